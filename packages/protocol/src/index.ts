export { base64Decode, base64Encode } from './encoding/base64.ts';
export { base64urlDecode, base64urlEncode } from './encoding/base64url.ts';
export { concatBytes, equalBytes } from './encoding/bytes.ts';
export { hexDecode, hexEncode } from './encoding/hex.ts';
export { type HashFunction, sha256 } from './encoding/sha256.ts';
export {
  formatStrictJson,
  isJsonObject,
  type JsonObject,
  type JsonValue,
  MAX_JSON_DEPTH,
  MAX_JSON_LENGTH,
  parseStrictJson,
  parseStrictJsonObject,
} from './encoding/strict-json.ts';
export { utf8Decode, utf8Encode } from './encoding/utf8.ts';
export { ProtocolError, type ProtocolErrorCode, type ProtocolErrorFacts } from './errors.ts';
export { type CheckSignature, checkSignaturePure } from './keys/check-signature.ts';
export { isLowS, normalizeLowS } from './keys/low-s.ts';
export { parsePublicJwk } from './keys/parse-public-jwk.ts';
export { type PublicKey, publicJwk, publicKeyFromBytes, type Suite } from './keys/public-key.ts';
export { type SecretSigner, type Signer, signerFromSecret } from './keys/signer.ts';
export { appendLeaf, type SubtreeHash } from './log/append-leaf.ts';
export type { HashReader } from './log/hash-reader.ts';
export { emptyRoot, HASH_LENGTH, leafHash, MAX_PATH_LENGTH, nodeHash } from './log/merkle-hash.ts';
export { consistencyPath, inclusionPath, rootFromReader, type TreeSource } from './log/merkle-paths.ts';
export { type TreeView, treeAt } from './log/tree-at.ts';
export { type ConsistencyClaim, verifyConsistency } from './log/verify-consistency.ts';
export { type InclusionClaim, verifyInclusion } from './log/verify-inclusion.ts';
