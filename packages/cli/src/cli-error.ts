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
  | 'source-changed';

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
