import { type ErrorCode, hasStatus, statusOf } from '../error-status.ts';

/** What an error of any of our packages looks like at the door. */
export interface CodedError {
  readonly code: ErrorCode;
  readonly facts: { readonly [name: string]: unknown };
}

/**
 * Recognises an error by its code, not by its class: the node may run behind another copy of a package. A refusal that
 * the node wraps (`transaction-refused` and the like carry the inner code in their facts) answers with the inner code; a
 * failure of our own never does: what is wrong with our files is not the fault of a request.
 */
export const findCodedError = (thrown: unknown): CodedError | undefined => {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { code, facts } = thrown as { code?: unknown; facts?: unknown };
  if (typeof code !== 'string' || !hasStatus(code)) return undefined;
  const outer: CodedError = { code, facts: isRecord(facts) ? facts : {} };
  const inner = outer.facts.code;
  if (typeof inner !== 'string' || !hasStatus(inner) || statusOf(code) >= 500) return outer;
  const { code: _code, facts: innerFacts, ...rest } = outer.facts;
  return { code: inner, facts: isRecord(innerFacts) ? innerFacts : rest };
};

const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
