/** What a key may be in its organisation; what each may do stands with the rules of access. */
export type Role =
  | 'administrator'
  | 'registrar'
  | 'attester'
  | 'head'
  | 'calendar-editor'
  | 'security-administrator'
  | 'auditor';
