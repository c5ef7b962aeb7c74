export type BundleErrorCode = 'runtime-missing' | 'portal-not-built' | 'dependency-missing' | 'bundle-refused';

/** Why no archive was made; `facts` name the file or the package. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
  readonly code: BundleErrorCode;
  readonly facts: Readonly<Record<string, string | readonly string[]>>;

  constructor(code: BundleErrorCode, facts: Readonly<Record<string, string | readonly string[]>> = {}) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.code = code;
    this.facts = facts;
  }
}
