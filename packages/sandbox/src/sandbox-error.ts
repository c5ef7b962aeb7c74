export type SandboxErrorCode = 'contract-unknown';

export class SandboxError extends Error {
  override readonly name = 'SandboxError';
  readonly code: SandboxErrorCode;
  readonly facts: Readonly<Record<string, string>>;

  constructor(code: SandboxErrorCode, facts: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
