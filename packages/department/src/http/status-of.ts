import type { DepartmentErrorCode } from '../department-error.ts';

/** The one table from error code to HTTP status. Bad input is never a 5xx. */
const STATUS: Record<DepartmentErrorCode, number> = {
  'request-malformed': 400,
  'body-too-large': 413,
  'route-not-found': 404,
  'method-not-allowed': 405,
  'audit-unavailable': 503,
  'anchor-late': 503,
  'audit-not-anchored': 409,
  'words-of-another': 422,
  'session-required': 401,
  'officer-required': 403,
  'person-unknown': 404,
  'ticket-refused': 403,
  'not-for-us': 422,
  'proof-malformed': 400,
  'proof-refused': 403,
  'contact-invalid': 400,
  'demo-only': 403,
  'other-chain': 409,
  overloaded: 429,
  'register-damaged': 500,
  'id-number-invalid': 500,
  'id-number-check': 422,
  'search-text-unfit': 422,
  'letter-malformed': 400,
  'letter-stale': 409,
  'letter-not-signed': 403,
  'counter-closed': 503,
  'store-damaged': 500,
  'papers-not-as-signed': 503,
  'seal-place-missing': 500,
  'document-not-found': 404,
  'stamp-unreachable': 503,
  'stamp-refused': 503,
  'listing-refused': 503,
  'log-unreachable': 503,
  'log-malformed': 503,
  'log-not-signed': 503,
  'log-contradicts-itself': 503,
};

export function statusOf(code: DepartmentErrorCode): number {
  return STATUS[code];
}
