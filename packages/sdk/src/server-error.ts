/** A refusal by a server: its code (docs/errors.md) and facts, unchanged. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly code: string;
  readonly facts: { readonly [name: string]: unknown };
  readonly status: number;
  /** Names the request in the operator's log. */
  readonly correlation: string;

  constructor(status: number, body: { code: string; facts: { [name: string]: unknown }; correlation: string }) {
    super(body.code);
    this.status = status;
    this.code = body.code;
    this.facts = body.facts;
    this.correlation = body.correlation;
  }
}
