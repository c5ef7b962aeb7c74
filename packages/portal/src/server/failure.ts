/** A failure as the pages explain it: a closed code and facts without personal data. */
export interface Failure {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Everything thrown here carries a code; `word`s stand in the message files under `codes`. */
export class PortalError extends Error {
  override readonly name = 'PortalError';
  readonly code: string;
  readonly facts: Failure['facts'];

  constructor(code: string, facts: Failure['facts'] = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Reads a failure off anything that was thrown, by us, by a package of ours or by the browser. */
export function failureOf(error: unknown): Failure {
  if (typeof error !== 'object' || error === null) return { code: 'unexpected', facts: {} };
  const { code, facts, name } = error as { code?: unknown; facts?: unknown; name?: unknown };
  if (code === 'transaction-refused') return innerRefusal(facts);
  if (typeof code === 'string')
    return { code, facts: typeof facts === 'object' ? ((facts ?? {}) as Failure['facts']) : {} };
  if (name === 'TimeoutError' || name === 'AbortError') return { code: 'timeout', facts: {} };
  if (error instanceof TypeError) return { code: 'unreachable', facts: {} };
  return { code: 'unexpected', facts: {} };
}

/** The door says that the chain would refuse; what a reader needs is why. */
function innerRefusal(facts: unknown): Failure {
  const { code, refused } = (facts ?? {}) as { code?: unknown; refused?: unknown };
  const inner = [code, refused].find((one) => typeof one === 'string');
  return { code: inner ?? 'transaction-refused', facts: (facts ?? {}) as Failure['facts'] };
}
