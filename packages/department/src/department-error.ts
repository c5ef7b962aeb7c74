/** Each code has one HTTP status in `http/status-of.ts`. */
export type DepartmentErrorCode =
  | 'request-malformed'
  | 'body-too-large'
  | 'route-not-found'
  | 'method-not-allowed'
  | 'audit-unavailable'
  | 'anchor-late'
  | 'audit-not-anchored'
  | 'words-of-another'
  | 'session-required'
  | 'officer-required'
  | 'access-denied'
  | 'opening-refused'
  | 'envelope-not-found'
  | 'masked-value'
  | 'correction-invalid'
  | 'correction-unknown'
  | 'correction-answered'
  | 'person-unknown'
  | 'ticket-refused'
  | 'relation-unknown'
  | 'not-for-us'
  | 'proof-malformed'
  | 'proof-refused'
  | 'contact-invalid'
  | 'demo-only'
  | 'other-chain'
  | 'overloaded'
  | 'register-damaged'
  | 'id-number-invalid'
  | 'id-number-check'
  | 'search-text-unfit'
  | 'letter-malformed'
  | 'letter-stale'
  | 'letter-not-signed'
  | 'counter-closed'
  | 'store-damaged'
  | 'papers-not-as-signed'
  | 'seal-place-missing'
  | 'document-not-found'
  | 'stamp-unreachable'
  | 'stamp-refused'
  | 'listing-refused'
  | 'log-unreachable'
  | 'log-malformed'
  | 'log-not-signed'
  | 'log-contradicts-itself';

export type DepartmentFacts = Readonly<Record<string, string | number | boolean>>;

/** Every failure of this package. Facts never hold a name, a number or a date of birth: they end in logs and answers. */
export class DepartmentError extends Error {
  readonly code: DepartmentErrorCode;
  readonly facts: DepartmentFacts;

  constructor(code: DepartmentErrorCode, facts: DepartmentFacts = {}) {
    super(code);
    this.name = 'DepartmentError';
    this.code = code;
    this.facts = facts;
  }
}
