import { civilDateOf, findIsoDay, isoDate } from '../../calendar/civil-date.ts';
import { type BodyOf, members, type RequiredShape, required } from '../../shape/shape.ts';
import { displayText, pattern } from '../../shape/texts.ts';
import { integer } from '../../shape/values.ts';

/** Whatever is off in a year, most of its working days are left: no term is without an end. */
const MAX_DAYS_OFF = 100;
const MAX_DAYS_WORKED = 60;

/** A division of any level, GB/T 2260; 000000 is the country. */
export const calendarRegion = pattern(/^(000000|[1-9][0-9]{5})$/);
export const calendarYear = integer(2000, 2099);

export const isoDay: RequiredShape<string> = required((value) => {
  if (typeof value !== 'string') return 'type';
  return findIsoDay(value) === undefined ? 'format' : undefined;
});

/** Days in their order, none twice: one list has one text. */
function days(maxLength: number): RequiredShape<readonly string[]> {
  return required((value) => {
    if (!Array.isArray(value)) return 'type';
    if (value.length > maxLength) return 'length';
    let before = '';
    for (const day of value) {
      if (isoDay.problemOf(day) !== undefined) return 'format';
      if (String(day) <= before) return 'value';
      before = String(day);
    }
    return undefined;
  });
}

export const calendarProposal = {
  region: calendarRegion,
  year: calendarYear,
  off: days(MAX_DAYS_OFF),
  worked: days(MAX_DAYS_WORKED),
  source: members({
    /** 文号, as 国办发明电〔2025〕7号. */
    notice: displayText(1, 80),
    date: isoDay,
    url: pattern(/^https?:\/\/[A-Za-z0-9.-]{1,100}(\/[A-Za-z0-9._~/%-]{0,300})?$/),
  }),
};
export type CalendarProposal = BodyOf<typeof calendarProposal>;

/** The first day that has no place in a notice about `year`: of another year than it or the December before, or both off and worked. */
export function findStrayDay({ year, off, worked }: CalendarProposal): string | undefined {
  const both = new Set(off);
  return [...off, ...worked].find((text) => !isOfNotice(text, year)) ?? worked.find((text) => both.has(text));
}

function isOfNotice(text: string, year: number): boolean {
  const date = civilDateOf(findIsoDay(text) ?? 0);
  return date.year === year || (date.year === year - 1 && date.month === 12);
}

/** The years whose days a notice speaks of. */
export function yearsOf({ year, off, worked }: Pick<CalendarProposal, 'year' | 'off' | 'worked'>): readonly number[] {
  const first = isoDate(findIsoDay(`${year}-01-01`) ?? 0);
  return [...off, ...worked].some((text) => text < first) ? [year - 1, year] : [year];
}
