/** A day of the proleptic Gregorian calendar. */
export interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

export const DAY_MS = 86_400_000;
/** China has one civil time, eight hours ahead of UTC, without summer time since 1991. */
export const CHINA_OFFSET_MS = 8 * 3_600_000;

const DAYS_PER_ERA = 146_097;
const YEARS_PER_ERA = 400;
/** From 0000-03-01 to 1970-01-01. */
const EPOCH_SHIFT = 719_468;

/** The number of the calendar day (0 is 1970-01-01) that `timeMs` lies in, where clocks are `offsetMs` ahead of UTC. */
export function dayAt(timeMs: number, offsetMs: number): number {
  return Math.floor((timeMs + offsetMs) / DAY_MS);
}

/** The last millisecond of the day with this number: a term that ends on a day ends with it (民法典 203, second paragraph). */
export function endOfDay(day: number, offsetMs: number): number {
  return (day + 1) * DAY_MS - offsetMs - 1;
}

/** Days counted in years that begin in March, so that the leap day is the last (Howard Hinnant, days_from_civil). */
export function dayOf({ year, month, day }: CivilDate): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / YEARS_PER_ERA);
  const yearOfEra = marchYear - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

export function civilDateOf(dayNumber: number): CivilDate {
  const shifted = dayNumber + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1 };
}

/** `YYYY-MM-DD`; years 1000 to 9999. */
export function isoDate(dayNumber: number): string {
  const { year, month, day } = civilDateOf(dayNumber);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day written `YYYY-MM-DD`; nothing for a text of another form, or a day that is not in the calendar. */
export function findIsoDay(text: string): number | undefined {
  if (!/^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$/.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return undefined;
  const dayNumber = dayOf({ year, month, day });
  return isoDate(dayNumber) === text ? dayNumber : undefined;
}

/** 0 is Sunday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** The same day `months` later, or the last of that month where there is no such day (民法典 202). */
export function monthsLater(dayNumber: number, months: number): number {
  const { year, month, day } = civilDateOf(dayNumber);
  const first = month - 1 + months;
  const at = { year: year + Math.floor(first / 12), month: (((first % 12) + 12) % 12) + 1 };
  const nextMonth = at.month === 12 ? { year: at.year + 1, month: 1 } : { year: at.year, month: at.month + 1 };
  return Math.min(dayOf({ ...at, day: 1 }) + day - 1, dayOf({ ...nextMonth, day: 1 }) - 1);
}

/** The same day `years` later; 29 February becomes the last of the month where there is none (民法典 202). */
export function yearsLater(dayNumber: number, years: number): number {
  const { year, month, day } = civilDateOf(dayNumber);
  const last = dayOf({ year: year + years + (month === 12 ? 1 : 0), month: (month % 12) + 1, day: 1 }) - 1;
  return Math.min(dayOf({ year: year + years, month, day: 1 }) + day - 1, last);
}
