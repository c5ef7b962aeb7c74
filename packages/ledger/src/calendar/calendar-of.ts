import type { RecordFinder } from '../state/record-finder.ts';
import type { CalendarRecord } from '../state/records.ts';
import { CHINA_OFFSET_MS, civilDateOf, isoDate, weekdayOf } from './civil-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

/** The whole country's calendar. */
export const COUNTRY = '000000';

/** The divisions whose notices hold in `region`, narrowest first: district, city, province, country. */
export function calendarRegions(region: string): readonly string[] {
  return [...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, COUNTRY])];
}

/** Whether a notice of `wide` holds in `region`. */
export function isWithin(region: string, wide: string): boolean {
  return calendarRegions(region).includes(wide);
}

export function calendarSubject(region: string, year: number): string {
  return `${region}/${year}`;
}

interface Year {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

/**
 * The calendar of a region out of all notices that hold there: for each day the narrowest division that says something
 * about it is right, and the weekend where none does. A year counts as notified when the country's notice is there.
 */
export function calendarOf(records: RecordFinder, region: string): WorkingCalendar {
  const regions = calendarRegions(region);
  const known = new Map<string, Year | undefined>();
  const yearOf = (of: string, year: number): Year | undefined => {
    const subject = calendarSubject(of, year);
    if (known.has(subject)) return known.get(subject);
    const record = records.find('calendar', subject);
    const days = record === undefined ? undefined : daysOf(record);
    known.set(subject, days);
    return days;
  };
  return {
    offsetMs: CHINA_OFFSET_MS,
    isWorkingDay: (day) => {
      const { year, month } = civilDateOf(day);
      const text = isoDate(day);
      for (const of of regions) {
        // A notice may name last days of the year before it (2018-12-29, 2022-12-31); the newer one is right about them.
        for (const notice of month === 12 ? [year + 1, year] : [year]) {
          const days = yearOf(of, notice);
          if (days?.off.has(text)) return false;
          if (days?.worked.has(text)) return true;
        }
      }
      return isWeekday(day);
    },
    isNotified: (day) => yearOf(COUNTRY, civilDateOf(day).year) !== undefined,
  };
}

function daysOf({ off, worked }: CalendarRecord): Year {
  return { off: new Set(off), worked: new Set(worked) };
}

function isWeekday(day: number): boolean {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6;
}
