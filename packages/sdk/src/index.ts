export { Client, type ClientOptions, type DeletePath, type GetPath, type PostPath } from './client/client.ts';
export type { Fetch, HttpOptions } from './client/http.ts';
export type { AuditStreamLine, AuditStreamPage } from './department/audit-stream-page.ts';
export type { CaseCorrection, CorrectionReply, DepartmentTrace, EnvelopeOpening } from './department/case-words.ts';
export {
  type AttestationRequest,
  type CaseContact,
  type CaseMessage,
  type Colleague,
  type DemoPerson,
  type DepartmentAbout,
  DepartmentClient,
  type DepartmentDocument,
  type DepartmentDocuments,
  type DepartmentSession,
  type DocumentFile,
  type DraftKey,
  type MessageDelivery,
  type RelationRequest,
  type SealedAttestation,
  type SealedAttestationRequest,
  type SearchPurpose,
  type TicketSession,
} from './department/department-client.ts';
export { markOfficeWords, readOfficeWords } from './department/office-words.ts';
export { requestAttestation } from './department/request-attestation.ts';
export { type AuditLetterDraft, signAuditLetter } from './department/sign-audit-letter.ts';
export { type CaseProofDraft, signCaseProof } from './department/sign-case-proof.ts';
export { type CounterLetterDraft, signCounterLetter } from './department/sign-counter-letter.ts';
export { type OfficerLetterDraft, signOfficerLetter } from './department/sign-officer-letter.ts';
export { makeDraftKey, openDraft, sealDraft } from './drafts/sealed-draft.ts';
export { open } from './envelope/open.ts';
export { openAsAgent } from './envelope/open-as-agent.ts';
export { seal } from './envelope/seal.ts';
export { type ConsistencyCheck, checkConsistency } from './evidence/check-consistency.ts';
export { pinCheckpoint } from './evidence/checkpoint-pin.ts';
export { fetchTrust } from './evidence/fetch-trust.ts';
export { memoryPinStore, type PinStore, pinStoreOver, type TextStorage } from './evidence/pin-store.ts';
export { readVerifiedState, type VerifiedState } from './evidence/read-verified-state.ts';
export { verifyLicence, verifyLicenceFile, verifyReceipt } from './evidence/verify.ts';
export type { Operations } from './generated/operations.ts';
export { type AgentCode, formatAgentCode, parseAgentCode } from './keys/agent-code.ts';
export { type AgentKeyFile, isAgentKeyFile, openAgentKeyFile, sealAgentKeyFile } from './keys/agent-key-file.ts';
export { type AgentSecrets, createAgentKey } from './keys/create-agent-key.ts';
export { createCaseKey } from './keys/create-case-key.ts';
export { createPaperKey, type PaperKey } from './keys/create-paper-key.ts';
export { findCaseKey } from './keys/find-case-key.ts';
export { importCaseKey } from './keys/import-case-key.ts';
export { importSigner } from './keys/import-signer.ts';
export { indexedDbKeyStore } from './keys/indexed-db-key-store.ts';
export { type KeyFile, openKeyFile, sealKeyFile } from './keys/key-file.ts';
export type { KeyStore } from './keys/key-store.ts';
export { memoryKeyStore } from './keys/memory-key-store.ts';
export { LEAST_PASSPHRASE } from './keys/passphrase-file.ts';
export { restoreAgentKey } from './keys/restore-agent-key.ts';
export { restoreCaseKey } from './keys/restore-case-key.ts';
export { webCryptoCheck } from './keys/web-crypto-check.ts';
export { webCryptoSigner } from './keys/web-crypto-signer.ts';
export { makeLicenceFile, type OperatorDisclosure } from './make-licence-file.ts';
export { looksMasked, type MaskKind, maskOf } from './masking/mask.ts';
export { randomId } from './random-id.ts';
export { type CheckpointEvidence, SDK_ERROR_CODES, SdkError, type SdkErrorCode } from './sdk-error.ts';
export { ServerError } from './server-error.ts';
export { type OpenedSession, signIn } from './sign-in.ts';
export { type Deed, type Submitted, submit, submitSigned } from './submit.ts';
export {
  nameAttachments,
  type OwnAttachment,
  openAttachment,
  parseContentKeys,
  type SealedAttachment,
  sealAttachment,
  sealContentKeys,
} from './vault/attachment.ts';
export { getObject, type ObjectOwner, putObject } from './vault/objects.ts';
