const DAY_MS = 86_400_000;
/** China has one civil time, eight hours ahead of UTC. */
const OFFSET_MS = 8 * 3_600_000;

/** Milliseconds at which a month (`2026-11`) begins in China and at which the next one does. */
export function chinaMonthRange(month: string): { readonly fromMs: number; readonly untilMs: number } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? firstDay(year + 1, 1) : firstDay(year, number + 1);
  return { fromMs: firstDay(year, number) * DAY_MS - OFFSET_MS, untilMs: next * DAY_MS - OFFSET_MS };
}

/** Days from 1970-01-01 to the first of a month, counted in years that begin in March (Howard Hinnant, days_from_civil). */
function firstDay(year: number, month: number): number {
  const march = month <= 2 ? year - 1 : year;
  const era = Math.floor(march / 400);
  const yearOfEra = march - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}
