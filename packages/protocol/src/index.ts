export { type DocumentProof, formatDocumentProof, parseDocumentProof } from './document/document-proof.ts';
export { type DocumentRecord, documentKey, readDocumentRecord } from './document/document-record.ts';
export { isPdf, readSealedDocument, type SealedDocument } from './document/read-sealed-document.ts';
export type { TimeStamp } from './document/time-stamp.ts';
export { getListing, type ListedAs, type VerifiedDocument, verifyDocument } from './document/verify-document.ts';
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
export { encodeBlockEntry, encodeTransactionEntry } from './entry/encode-entry.ts';
export {
  type AcceptedOutcome,
  type BlockEntry,
  isRefused,
  type LedgerEvent,
  MAX_ENTRY_BYTES,
  type Outcome,
  type RefusedOutcome,
  type TransactionEntry,
} from './entry/entry.ts';
export { parseEntry } from './entry/parse-entry.ts';
export { ProtocolError, type ProtocolErrorCode, type ProtocolErrorFacts } from './errors.ts';
export {
  type AuditExportHeader,
  type AuditExportRow,
  auditKey,
  formatAuditExportHeader,
  formatAuditExportRow,
  isAuditExport,
} from './evidence/audit-export.ts';
export { type Disclosure, formatLicenceFile, type LicenceFile, parseLicenceFile } from './evidence/licence-file.ts';
export {
  formatLicenceProof,
  type LicenceProof,
  MAX_LICENCE_PROOF_LENGTH,
  parseLicenceProof,
} from './evidence/licence-proof.ts';
export {
  isLicenceNumber,
  type LicenceRecord,
  type LicenceStanding,
  type LicenceStatus,
  licenceKey,
  licenceStandingAt,
  readLicence,
} from './evidence/licence-record.ts';
export { findLicenceSerial } from './evidence/licence-serial.ts';
export {
  type ExportHeader,
  type ExportRow,
  formatExportHeader,
  isRegisterExport,
  LICENCE_COUNTER_KEY,
  parseExportHeader,
  type RegisterFilter,
} from './evidence/register-export.ts';
export {
  emptyState,
  STATE_DEPTH,
  stateBit,
  stateLeafHash,
  stateNodeHash,
  statePath,
  stateValueHash,
} from './evidence/state-hash.ts';
export { formatStateProof, parseStateProof, type StateProof } from './evidence/state-proof.ts';
export {
  parseTrustFile,
  signTrustFile,
  type Trust,
  type TrustOptions,
  type TrustPolicy,
} from './evidence/trust-file.ts';
export {
  type VerifiedAuditExport,
  type VerifyAuditExportOptions,
  verifyAuditExport,
} from './evidence/verify-audit-export.ts';
export { type CheckpointPair, type PairVerdict, verifyCheckpointPair } from './evidence/verify-checkpoint-pair.ts';
export {
  type LogPolicy,
  type VerifiedEntry,
  type VerifiedPlace,
  type VerifyOptions,
  verifyEntryProof,
  type WitnessPolicy,
} from './evidence/verify-entry-proof.ts';
export { type VerifiedLicenceFile, verifyLicenceFile } from './evidence/verify-licence-file.ts';
export { type VerifiedLicence, verifyLicenceProof } from './evidence/verify-licence-proof.ts';
export { type VerifiedReceipt, verifyReceipt } from './evidence/verify-receipt.ts';
export { type VerifiedExport, verifyRegisterExport } from './evidence/verify-register-export.ts';
export { type StateClaim, verifyStateProof } from './evidence/verify-state-proof.ts';
export { type CheckSignature, checkSignaturePure } from './keys/check-signature.ts';
export { isLowS, normalizeLowS } from './keys/low-s.ts';
export { parsePublicJwk } from './keys/parse-public-jwk.ts';
export { type PublicKey, publicJwk, publicKeyFromBytes, type Suite } from './keys/public-key.ts';
export { type SecretSigner, type Signer, signerFromSecret } from './keys/signer.ts';
export {
  type AddCheckpoint,
  formatAddCheckpoint,
  formatTreeSize,
  parseAddCheckpoint,
  parseTreeSize,
} from './log/add-checkpoint.ts';
export { appendLeaf, type SubtreeHash } from './log/append-leaf.ts';
export {
  type CheckedCheckpoint,
  type CheckpointKeys,
  checkCheckpoint,
  checkSignedCheckpoint,
  type WitnessSeen,
} from './log/check-checkpoint.ts';
export {
  type Checkpoint,
  type CheckpointBody,
  formatCheckpointBody,
  parseCheckpoint,
  parseCheckpointBody,
  signCheckpoint,
} from './log/checkpoint.ts';
export { type Cosigner, cosign, cosignedMessage } from './log/cosign.ts';
export { decodeEntryBundle, encodeEntryBundle, MAX_ENTRY_LENGTH } from './log/entry-bundle.ts';
export type { HashReader } from './log/hash-reader.ts';
export { type MemoryTree, memoryTree } from './log/memory-tree.ts';
export { emptyRoot, HASH_LENGTH, leafHash, MAX_PATH_LENGTH, nodeHash } from './log/merkle-hash.ts';
export { consistencyPath, inclusionPath, rootFromReader, type TreeSource } from './log/merkle-paths.ts';
export {
  addSignatureLine,
  formatNote,
  formatSignatureLine,
  type Note,
  type NoteSignature,
  parseNote,
  parseSignatureLines,
} from './log/note.ts';
export { quorumOf } from './log/quorum-of.ts';
export { type NoteSigner, signatureLine, signNote } from './log/sign-note.ts';
export { entriesPath, parseTilePath, TILE_WIDTH, type TilePlace, tilePath } from './log/tile-path.ts';
export { formatTlogProof, MAX_TLOG_PROOF_LENGTH, parseTlogProof, type TlogProof } from './log/tlog-proof.ts';
export { type TreeView, treeAt } from './log/tree-at.ts';
export { type ConsistencyClaim, verifyConsistency } from './log/verify-consistency.ts';
export { type InclusionClaim, verifyInclusion } from './log/verify-inclusion.ts';
export { formatVkey, parseVkey, type Vkey, type VkeyRole, vkeyOf } from './log/vkey.ts';
export { type Attachment, MAX_ATTACHMENTS, MAX_OBJECT_BYTES, parseAttachments } from './transaction/attachments.ts';
export { attestBatch } from './transaction/attest-batch.ts';
export {
  type Attestation,
  type AttestationStatement,
  type AttestedFact,
  MAX_BATCH_SIZE,
} from './transaction/attestation.ts';
export { type AttestationBatch, parseBatch, type ReadBatch } from './transaction/attestation-batch.ts';
export { checkTransactionSignature } from './transaction/check-transaction-signature.ts';
export { MAX_JWS_LENGTH } from './transaction/compact-jws.ts';
export { discloseCommitment } from './transaction/disclosure.ts';
export { isChainName, isDeedName, isDigest, isRandom128, isSalt, isShortName } from './transaction/identifiers.ts';
export { parseAttestation } from './transaction/parse-attestation.ts';
export { parseTransaction } from './transaction/parse-transaction.ts';
export {
  buildSidecar,
  commitSidecar,
  MAX_ATTESTATIONS,
  MAX_SIDECAR_BYTES,
  parseSidecar,
  type Sidecar,
  type SidecarDraft,
} from './transaction/sidecar.ts';
export { type SignTransactionOptions, signTransaction } from './transaction/sign-transaction.ts';
export { commitTrace } from './transaction/trace.ts';
export type { Transaction, TransactionDraft } from './transaction/transaction.ts';
