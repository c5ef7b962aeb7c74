import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../events.ts';
import { emergencyPasses, proposalLapses, requestLapses } from '../modules/access/access-lapses.ts';
import { annulmentPasses } from '../modules/annulments/annulment-passes.ts';
import { endBars } from '../modules/annulments/bars.ts';
import { findingPasses, holdLapses } from '../modules/audit/audit-passes.ts';
import { askForNextCalendar } from '../modules/calendars/ask-for-next-calendar.ts';
import { recount } from '../modules/calendars/recount.ts';
import { duePasses, reviewPasses } from '../modules/cases/due-passes.ts';
import { endCessation } from '../modules/licences/end-cessation.ts';
import { ripenClosing } from '../modules/licences/ripen-closing.ts';
import { mandateExpires } from '../modules/mandates/mandate-expires.ts';
import type { Draft } from '../state/draft.ts';
import type { DueKind, DueRow } from '../state/due-row.ts';

/** Due effects in one block; the rest waits for the next, so that no silence makes a block too long. */
export const MAX_DUE_PER_BLOCK = 500;

/** Of a subject without its kind; `timeMs` is the block's. */
type DueEffect = (draft: Draft, subject: string, row: DueRow, timeMs: number) => LedgerEvent[];

/** What happens at an instant though nobody acts. Nothing here is adverse to a person: a machine takes nothing away. */
const effects: Readonly<Record<DueKind, DueEffect>> = {
  'access-request-lapses': (draft, id) => requestLapses(draft, id),
  'annulment-due-passes': (draft, id, _row, timeMs) => annulmentPasses(draft, id, timeMs),
  'bar-ends': (draft, person, row) => endBars(draft, person, row.instantMs),
  'calendar-next-asked': (draft, subject, _row, timeMs) => askForNextCalendar(draft, subject, timeMs),
  'calendar-recount': (draft, subject, _row, timeMs) => recount(draft, subject, timeMs),
  'case-due-passes': (draft, id) => duePasses(draft, id),
  'case-promise-passes': markOverdue,
  'case-review-passes': (draft, id) => reviewPasses(draft, id),
  'emergency-due-passes': (draft, subject) => emergencyPasses(draft, subject),
  'finding-due-passes': (draft, id) => findingPasses(draft, id),
  'hold-lapses': (draft, id) => holdLapses(draft, id),
  'licence-cessation-ends': (draft, number, row) => endCessation(draft, number, row.instantMs),
  'licence-closing-ripens': (draft, number, _row, timeMs) => ripenClosing(draft, number, timeMs),
  'licence-suspension-ends': endSuspension,
  'mandate-expires': (draft, subject, row) => mandateExpires(draft, subject, row.instantMs),
  'role-expires': expireRole,
  'rule-proposal-lapses': (draft, id) => proposalLapses(draft, id),
};

export function applyDue(draft: Draft, rows: readonly DueRow[], timeMs: number): LedgerEvent[] {
  return rows.flatMap((row) => effects[row.kind](draft, row.subject.slice(row.subject.indexOf('/') + 1), row, timeMs));
}

function markOverdue(draft: Draft, id: string): LedgerEvent[] {
  const record = draft.get('case', id);
  draft.write('case', id, { ...record, overdue: true });
  return [event('case.overdue', { case: id, organ: record.organ, promisedAt: record.promisedAt ?? 0 })];
}

function endSuspension(draft: Draft, number: string, row: DueRow): LedgerEvent[] {
  const { until: _until, ...record } = draft.get('licence', number);
  draft.write('licence', number, { ...record, status: 'valid', since: row.instantMs });
  return [event('licence.suspension-ended', { number, organ: record.organ, at: row.instantMs })];
}

function expireRole(draft: Draft, subject: string, row: DueRow): LedgerEvent[] {
  const [org = '', kid = '', role = ''] = subject.split('/');
  draft.remove('role', subject);
  return [event('role.expired', { org, kid, role, at: row.instantMs })];
}
