/**
 * What a call can end with instead of an answer. Every one but `host-failed` is decided by the contract's text, the
 * input, the engine and the limits alone: the same on every machine.
 */
export type CallFailure =
  /** The text is no script, threw while it was loaded, or defines no function `contract.decide`. */
  | 'contract-malformed'
  | 'contract-too-large'
  /** What it threw is not told: it may hold personal data. */
  | 'contract-threw'
  | 'input-malformed'
  | 'input-too-large'
  | 'out-of-gas'
  | 'out-of-memory'
  | 'out-of-stack'
  | 'output-malformed'
  | 'output-not-text'
  | 'output-too-large'
  /** The engine itself broke off: a defect of it that the contract found. */
  | 'engine-trapped'
  /** This machine broke off (its own stack or memory ran out): no outcome of the contract's. */
  | 'host-failed';

export type SandboxErrorCode =
  | CallFailure
  | 'contract-unknown'
  /** The text does not have the hash it is listed under. */
  | 'contract-mismatch'
  | 'engine-unknown'
  /** The file is not the one that is pinned. */
  | 'engine-mismatch'
  /** The file holds what metering does not know. */
  | 'engine-malformed';

export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly code: SandboxErrorCode;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: SandboxErrorCode, facts: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
