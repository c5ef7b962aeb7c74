import { recordsOf } from '../state/records-of.ts';
import type { StateReader } from '../state/state-reader.ts';
import { calendarOf } from './calendar-of.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The calendar that clocks of `region` (GB/T 2260) are counted by, over committed state: for doors, pages and messages. */
export function calendarIn(state: Pick<StateReader, 'get'>, region: string): WorkingCalendar {
  return calendarOf(recordsOf(state), region);
}
