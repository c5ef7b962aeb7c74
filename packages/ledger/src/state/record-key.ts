import type { RecordKind } from './records.ts';
import type { Role } from './role.ts';

/** The state key of a record; the records there is one of (`chain`, `clock`, `protocol`) have no subject. */
export function recordKey(kind: RecordKind, subject: string): string {
  return subject === '' ? kind : `${kind}/${subject}`;
}

export function roleSubject(org: string, kid: string, role: Role): string {
  return `${org}/${kid}/${role}`;
}
