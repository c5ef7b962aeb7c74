export type CliErrorCode =
  | 'directory-missing'
  | 'file-missing'
  | 'directory-not-empty'
  | 'backup-malformed'
  | 'backup-damaged'
  | 'backup-incomplete'
  | 'backup-inside'
  | 'backup-sealed'
  | 'backup-key'
  | 'backup-ahead'
  | 'source-changed'
  | 'ceremony-over'
  | 'ceremony-secret-wrong'
  | 'founding-malformed'
  | 'key-readable'
  | 'key-malformed'
  | 'plan-committed'
  | 'plan-malformed'
  | 'plan-of-another-chain'
  | 'deed-refused'
  | 'department-running'
  | 'department-of-another-chain'
  | 'invitation-unknown'
  | 'invitation-used'
  | 'invitation-over'
  | 'answer-malformed';

/** Why a command did not do what was asked; `facts` name the file. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;
  readonly facts: Readonly<Record<string, string | number>>;

  constructor(code: CliErrorCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}
