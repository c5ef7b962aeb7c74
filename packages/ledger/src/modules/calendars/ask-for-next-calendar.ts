import type { LedgerEvent } from '@minglu/protocol';
import { calendarSubject } from '../../calendar/calendar-of.ts';
import { CHINA_OFFSET_MS, civilDateOf, dayAt } from '../../calendar/civil-date.ts';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';

/** Sixty days before a year ends the operator is told when the next one's notice has not been entered; once. */
export function askForNextCalendar(draft: Draft, subject: string, timeMs: number): LedgerEvent[] {
  const [region = '', year = ''] = subject.split('/');
  const next = Number(year) + 1;
  draft.write('calendar', subject, { ...draft.get('calendar', subject), nextAsked: true });
  const isKnown = draft.find('calendar', calendarSubject(region, next)) !== undefined;
  // A calendar of long ago, entered afterwards, asks for nothing.
  const isPast = civilDateOf(dayAt(timeMs, CHINA_OFFSET_MS)).year > next;
  return isKnown || isPast ? [] : [event('calendar.missing', { region, year: next })];
}
