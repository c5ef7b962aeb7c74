/** Every way in which this package refuses; a closed list. */
export type AuditErrorCode =
  /** A line could not be made durable: whatever it was about must not happen. */
  | 'audit-unavailable'
  /** A line that says what no line may say: a defect of whoever made it. */
  | 'audit-line-malformed'
  /** What lies on disk is not what was written. */
  | 'audit-damaged';

/** Positions, file names and members; never what a line says. */
export type AuditErrorFacts = Readonly<Record<string, string | number | boolean>>;

export class AuditError extends Error {
  override readonly name = 'AuditError';
  readonly code: AuditErrorCode;
  readonly facts: AuditErrorFacts;

  constructor(code: AuditErrorCode, facts: AuditErrorFacts = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}
