import type { JsonObject } from '@minglu/protocol';

/** Every reason the chain can give for not doing a deed. Closed: a new reason is a new line here and in the documentation. */
export const refusalCodes = [
  // the door: the transaction itself
  'wrong-chain',
  'expired',
  'window-too-long',
  'replayed',
  'deed-unknown',
  'body-invalid',
  'sidecar-missing',
  'sidecar-unexpected',
  'sidecar-mismatch',
  'case-key-required',
  'registered-key-required',
  'key-unknown',
  'key-revoked',
  'access-denied',
  // keys, organisations, roles
  'key-invalid',
  'key-exists',
  'own-key',
  'organisation-unknown',
  'organisation-exists',
  'nothing-changes',
  'key-of-other-organisation',
  'role-exists',
  'role-unknown',
  'role-unfit',
  'own-role',
  'until-not-ahead',
  // calendars
  'calendar-day-unfit',
  'proposal-unknown',
  'own-proposal',
  // services
  'reconsideration-unknown',
  'service-unknown',
  'service-inactive',
  'region-not-served',
  'version-not-newer',
  // cases
  'case-exists',
  'case-unknown',
  'case-not-pending',
  'case-not-granted',
  'case-has-licence',
  'case-without-clock',
  'case-extended',
  'case-past-due',
  'case-with-other-officer',
  'case-not-with-you',
  'officer-unfit',
  'point-unknown',
  'case-not-refilable',
  'case-has-successor',
  'successor-not-named',
  'case-not-reviewable',
  'review-exists',
  'review-unknown',
  'name-taken',
  'reason-missing',
  'sealed-reason-missing',
  'attestation-other-chain',
  'attestation-other-case',
  'attestation-other-holder',
  'attestation-other-service',
  'attestation-issuer-not-accepted',
  'attestation-key-unknown',
  'attestation-key-revoked',
  'attestation-key-of-other-issuer',
  'attestation-role-missing',
  'attestation-expired',
  // licences
  'licence-unknown',
  'licence-final',
  'licence-not-valid',
  'licence-not-suspended',
  'licence-without-procedure',
  'licence-not-ceased',
  'cessation-too-long',
  'cessation-not-ending',
  'closing-exists',
  'closing-unknown',
  'closing-running',
  'article-missing',
  'matter-open',
  'matter-unsuited',
  'day-ahead',
  'particulars-missing',
  'clearance-missing',
  'identity-missing',
  'closing-barred',
  'mark-exists',
  'mark-unknown',
  'mark-too-early',
  'service-address-missing',
  'annulment-needed',
  'annulment-unknown',
  'annulment-not-open',
  'annulment-extended',
  'annulment-past-due',
  'annulment-announced',
  'annulment-not-announced',
  'annulment-opposed',
  'annulment-final',
  // protocol
  'height-not-ahead',
  'raise-pending',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Shaped as it stands in a log entry. Facts are public: codes, ids and numbers, never words of a person. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly facts: JsonObject;
}

export function refuse(code: RefusalCode, facts: JsonObject = {}): Refusal {
  return { refused: code, facts };
}
