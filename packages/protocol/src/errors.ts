/** Codes of malformed bytes and texts. */
export type EncodingErrorCode =
  | 'utf8-malformed'
  | 'text-not-well-formed'
  | 'base64-malformed'
  | 'base64url-malformed'
  | 'hex-malformed'
  | 'json-too-long'
  | 'json-malformed'
  | 'json-not-canonical'
  | 'json-lone-surrogate'
  | 'json-number'
  | 'json-key'
  | 'json-value'
  | 'json-depth';

/** Codes of keys and signatures. */
export type KeyErrorCode =
  | 'key-malformed'
  | 'key-not-on-curve'
  | 'key-suite-unknown'
  | 'secret-malformed'
  | 'signature-malformed'
  | 'signature-high-s';

/** Codes of transactions, sidecars, attestations, disclosures and traces. */
export type TransactionErrorCode =
  | 'jws-too-long'
  | 'jws-shape'
  | 'jws-header'
  | 'transaction-members'
  | 'transaction-member'
  | 'sidecar-too-long'
  | 'sidecar-members'
  | 'sidecar-member'
  | 'attestation-members'
  | 'attestation-member'
  | 'attestation-path'
  | 'attestation-batch'
  | 'attachment-list'
  | 'salt-malformed';

/** Codes of log entries. */
export type EntryErrorCode = 'entry-too-long' | 'entry-members' | 'entry-member';

/** Codes of the log's public formats: tree, notes, checkpoints, tiles, proofs, the witness protocol. */
export type LogErrorCode =
  | 'merkle-range'
  | 'note-too-long'
  | 'note-malformed'
  | 'note-name'
  | 'vkey-malformed'
  | 'vkey-algorithm'
  | 'vkey-id'
  | 'checkpoint-malformed'
  | 'checkpoint-origin'
  | 'checkpoint-log-line'
  | 'checkpoint-witness-line'
  | 'checkpoint-not-signed'
  | 'checkpoint-quorum'
  | 'tile-path-malformed'
  | 'entry-bundle-malformed'
  | 'add-checkpoint-malformed'
  | 'tlog-proof-too-long'
  | 'tlog-proof-malformed';

/** Codes of evidence: trust files, receipts, state proofs, licence proofs and files, exports, pairs of checkpoints. */
export type EvidenceErrorCode =
  | 'trust-members'
  | 'trust-member'
  | 'trust-signature'
  | 'receipt-entry-missing'
  | 'receipt-entry-type'
  | 'receipt-chain'
  | 'receipt-inclusion'
  | 'receipt-transaction-signature'
  | 'state-proof-members'
  | 'state-proof-member'
  | 'licence-proof-members'
  | 'licence-proof-member'
  | 'licence-proof-state'
  | 'licence-proof-transaction'
  | 'licence-record-member'
  | 'licence-file-members'
  | 'licence-file-number'
  | 'licence-file-disclosure'
  | 'export-malformed'
  | 'export-counter'
  | 'export-row-missing'
  | 'export-row-unexpected'
  | 'export-row-state'
  | 'export-older'
  | 'audit-export-malformed'
  | 'audit-export-anchor'
  | 'audit-export-line'
  | 'audit-export-order'
  | 'checkpoints-order'
  | 'checkpoints-forked';

/** Codes of sealed documents (文书) and of what the ledger says of them. */
export type DocumentErrorCode =
  | 'document-unsealed'
  | 'document-malformed'
  | 'document-range'
  | 'document-digest'
  | 'document-signature'
  | 'document-certificate'
  | 'document-stamp'
  | 'document-stamp-authority'
  | 'document-other-seal'
  | 'document-proof-members'
  | 'document-proof-member'
  | 'document-proof-digest'
  | 'document-proof-state'
  | 'document-record-member'
  | 'document-proof-missing'
  | 'document-not-listed';

/** Every way in which this package refuses; a closed list. */
export type ProtocolErrorCode =
  | EncodingErrorCode
  | KeyErrorCode
  | TransactionErrorCode
  | EntryErrorCode
  | LogErrorCode
  | EvidenceErrorCode
  | DocumentErrorCode;

/** What may accompany a code: positions, limits and member names; never a value somebody sent. */
export type ProtocolErrorFacts = Readonly<Record<string, string | number | boolean>>;

/** The one error of this package. `code` is for logic, `facts` for whoever explains it. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly code: ProtocolErrorCode;
  readonly facts: ProtocolErrorFacts;

  constructor(code: ProtocolErrorCode, facts: ProtocolErrorFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
