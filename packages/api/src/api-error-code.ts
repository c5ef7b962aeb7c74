/**
 * Every code the door itself can answer with. Codes of the protocol, the ledger and the node keep their own names on
 * their way through. The list is a value so that the table of statuses and `docs/errors.md` can be compared with it.
 */
export const API_ERROR_CODES = [
  'access-denied',
  'annulment-not-found',
  'body-not-utf8',
  'body-too-large',
  'case-not-found',
  'challenge-expired',
  'challenge-unknown',
  'challenge-used',
  'consistency-range',
  'content-type-unsupported',
  'duplicate-key',
  'header-too-large',
  'http-malformed',
  'internal',
  'json-malformed',
  'json-too-deep',
  'licence-not-found',
  'log-path-not-found',
  'method-not-allowed',
  'number-unsafe',
  'overloaded',
  'prototype-key',
  'read-model-behind',
  'read-model-unavailable',
  'request-malformed',
  'request-timeout',
  'route-not-found',
  'session-chain',
  'session-key-unknown',
  'session-malformed',
  'session-required',
  'session-signature',
  'transaction-not-found',
] as const;

export type ApiErrorCode = (typeof API_ERROR_CODES)[number];
