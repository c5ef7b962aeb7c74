import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../events.ts';
import type { Draft } from '../state/draft.ts';
import type { DueKind, DueRow } from '../state/due-row.ts';

/** Due effects in one block; the rest waits for the next, so that no silence makes a block too long. */
export const MAX_DUE_PER_BLOCK = 500;

type DueEffect = (draft: Draft, subject: string, row: DueRow) => LedgerEvent;

/** What happens at an instant though nobody acts. Nothing here is adverse to a person: a machine takes nothing away. */
const effects: Readonly<Record<DueKind, DueEffect>> = {
  'case-promise-passes': markOverdue,
  'licence-suspension-ends': endSuspension,
  'role-expires': expireRole,
};

export function applyDue(draft: Draft, rows: readonly DueRow[]): LedgerEvent[] {
  return rows.map((row) => effects[row.kind](draft, row.subject.slice(row.subject.indexOf('/') + 1), row));
}

function markOverdue(draft: Draft, id: string): LedgerEvent {
  const record = draft.get('case', id);
  draft.write('case', id, { ...record, overdue: true });
  return event('case.overdue', { case: id, organ: record.organ, promisedAt: record.promisedAt ?? 0 });
}

function endSuspension(draft: Draft, number: string, row: DueRow): LedgerEvent {
  const { until: _until, ...record } = draft.get('licence', number);
  draft.write('licence', number, { ...record, status: 'valid', since: row.instantMs });
  return event('licence.suspension-ended', { number, organ: record.organ, at: row.instantMs });
}

function expireRole(draft: Draft, subject: string, row: DueRow): LedgerEvent {
  const [org = '', kid = '', role = ''] = subject.split('/');
  draft.remove('role', subject);
  return event('role.expired', { org, kid, role, at: row.instantMs });
}
