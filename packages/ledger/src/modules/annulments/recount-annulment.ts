import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { AnnulmentRecord } from '../../state/annulment-record.ts';
import type { Draft } from '../../state/draft.ts';
import { withDue } from '../cases/case-clock.ts';
import { announcedUntil, currentDue } from './annulment-clock.ts';
import { writeAnnulment } from './write-annulment.ts';

/**
 * Counts the clock of an investigation, and the days of its announcement, again by the calendar as it is now. A date that
 * moves ahead again takes back that it had passed; the event keeps the old one.
 */
export function recountAnnulment(draft: Draft, id: string, timeMs: number): LedgerEvent[] {
  const record = draft.find('annulment', id);
  if (record === undefined || (record.status !== 'asked' && record.status !== 'investigated')) return [];
  const { licence, organ } = record;
  const due = currentDue(draft, record);
  const events: LedgerEvent[] = [];
  let moved = record;
  if (due.dueAt !== record.dueAt || due.isProvisional !== record.isProvisional) {
    const { late, ...rest } = withDue(record, due);
    moved = late === undefined || due.dueAt >= timeMs ? rest : { ...rest, late };
    const facts = { annulment: id, licence, organ, clock: 'investigation', from: record.dueAt, ...due };
    events.push(event('annulment.due-changed', facts));
  }
  const until = announcementEnd(draft, record);
  if (record.announced !== undefined && until !== undefined && until !== record.announced.until) {
    moved = { ...moved, announced: { ...record.announced, until } };
    const from = record.announced.until;
    const facts = { annulment: id, licence, organ, clock: 'announcement', from, dueAt: until };
    events.push(event('annulment.due-changed', facts));
  }
  if (events.length > 0) writeAnnulment(draft, id, moved);
  return events;
}

/** Nothing where it was not announced, or the shop has spoken up: its end then decides nothing. */
function announcementEnd(draft: Draft, { licence, announced }: AnnulmentRecord): number | undefined {
  if (announced === undefined || announced.objectedAt !== undefined) return undefined;
  return announcedUntil(draft, licence, announced.at);
}
