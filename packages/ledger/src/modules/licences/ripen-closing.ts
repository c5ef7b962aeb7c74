import type { LedgerEvent } from '@minglu/protocol';
import { addCalendarDays } from '../../calendar/add-days.ts';
import { calendarOf } from '../../calendar/calendar-of.ts';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import { moveLicence } from './move-licence.ts';

/**
 * The days to object are over and nobody did: the licence is closed, as its holder asked. Counted once more by the
 * calendar as it is now; and where it is still not known whether the last day is one, or somebody has suspended the
 * licence since, a person closes.
 */
export function ripenClosing(draft: Draft, number: string, timeMs: number): LedgerEvent[] {
  const licence = draft.get('licence', number);
  const { closing, organ } = licence;
  if (closing === undefined) return [];
  const days = draft.get('service', licence.service).procedure?.closingDays ?? 0;
  const { dueMs, isProvisional } = addCalendarDays(calendarOf(draft, licence.region), closing.at, days);
  const due = isProvisional ? { dueAt: dueMs, isProvisional } : { dueAt: dueMs };
  if (dueMs >= timeMs) {
    draft.write('licence', number, { ...licence, closing: { at: closing.at, ...due } });
    return [event('licence.closing-announced', { number, organ, ...due })];
  }
  if (isProvisional || licence.status === 'suspended') {
    draft.write('licence', number, { ...licence, closing: { at: closing.at, ...due, ripe: true } });
    return [event('licence.closing-ripe', { number, organ, dueAt: dueMs })];
  }
  moveLicence(draft, number, 'closed', timeMs);
  return [event('licence.closed', { number, organ, reason: 'UNOPPOSED' })];
}
