/** Reasons to stop a node: never an answer to a sender (those are refusals), always damage, a wrong caller or an old binary. */
export type LedgerErrorCode =
  | 'block-out-of-order'
  | 'genesis-invalid'
  | 'protocol-unsupported'
  | 'record-missing'
  | 'counter-exhausted'
  | 'recorded-outcome-differs'
  | 'state-tree-damaged';

export class LedgerError extends Error {
  readonly code: LedgerErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: LedgerErrorCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'LedgerError';
    this.code = code;
    this.facts = facts;
  }
}
