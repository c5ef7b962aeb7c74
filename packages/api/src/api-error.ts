import type { ApiErrorCode } from './api-error-code.ts';

/** Facts of an error: short public values only. Never a body, a name, an identifier of a person or a search text. */
export type ErrorFacts = { readonly [name: string]: string | number | boolean | readonly string[] };

/** The door's own refusals. The text for people lives in the portal and in `docs/errors.md`, never here. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ApiErrorCode, facts: ErrorFacts = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
