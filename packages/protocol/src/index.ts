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
