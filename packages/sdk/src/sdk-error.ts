/** What the client itself can refuse with; codes of servers and of the protocol keep their own names. */
export const SDK_ERROR_CODES = [
  'agent-code-malformed',
  'answer-unreadable',
  'attachment-changed',
  'attachment-unreadable',
  'checkpoint-forked',
  'checkpoint-rolled-back',
  'checkpoint-unproved',
  'draft-unreadable',
  'envelope-unreadable',
  'key-file-malformed',
  'key-missing',
  'passphrase-wrong',
  'state-proof-false',
  'trust-changed',
  'trust-downgrade',
  'unreachable',
  'timeout',
] as const;

export type SdkErrorCode = (typeof SDK_ERROR_CODES)[number];

/** A refusal of this client. `evidence` holds what a third party can check, where there is such a thing. */
export class SdkError extends Error {
  override readonly name = 'SdkError';
  readonly code: SdkErrorCode;
  readonly facts: { readonly [name: string]: string | number };
  readonly evidence: CheckpointEvidence | undefined;

  constructor(code: SdkErrorCode, facts: SdkError['facts'] = {}, evidence?: CheckpointEvidence) {
    super(code);
    this.code = code;
    this.facts = facts;
    this.evidence = evidence;
  }
}

/** Two signed checkpoints of one log that cannot both be honest, and the path the server offered between them. */
export interface CheckpointEvidence {
  readonly older: string;
  readonly newer: string;
  /** base64 hashes */
  readonly path: readonly string[];
}
