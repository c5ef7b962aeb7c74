/** What a key may be in its organisation; what each may do stands with the rules of access. */
export const ROLES = [
  'administrator',
  'registrar',
  'attester',
  'head',
  'calendar-editor',
  'security-administrator',
  'auditor',
  'recorder',
] as const;

export type Role = (typeof ROLES)[number];
