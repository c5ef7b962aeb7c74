import type { DueRow } from './due-row.ts';
import type { CaseRecord, LicenceRecord, RoleRecord } from './records.ts';

/**
 * The due row a record stands for, if any. The index is a function of the records, so it needs no place in the tree
 * and can be rebuilt from any copy of state.
 * @param value value text, as under `key` in state
 */
export function dueOf(key: string, value: string): DueRow | undefined {
  return mayBeDue(key) ? dueOfRecord(key, JSON.parse(value)) : undefined;
}

export function mayBeDue(key: string): boolean {
  return key.startsWith('case/') || key.startsWith('licence/') || key.startsWith('role/');
}

/** The same for a record already parsed; `record` must be what stands under `key`. */
export function dueOfRecord(key: string, record: unknown): DueRow | undefined {
  if (key.startsWith('case/')) return dueOfCase(key, record as CaseRecord);
  if (key.startsWith('licence/')) return dueOfLicence(key, record as LicenceRecord);
  if (key.startsWith('role/')) return dueOfRole(key, record as RoleRecord);
  return undefined;
}

function dueOfCase(subject: string, record: CaseRecord): DueRow | undefined {
  if (record.status !== 'pending' || record.promisedAt === undefined || record.overdue) return undefined;
  return { instantMs: record.promisedAt, kind: 'case-promise-passes', subject };
}

function dueOfLicence(subject: string, record: LicenceRecord): DueRow | undefined {
  if (record.status !== 'suspended' || record.until === undefined) return undefined;
  return { instantMs: record.until, kind: 'licence-suspension-ends', subject };
}

function dueOfRole(subject: string, record: RoleRecord): DueRow | undefined {
  return record.until === undefined ? undefined : { instantMs: record.until, kind: 'role-expires', subject };
}
