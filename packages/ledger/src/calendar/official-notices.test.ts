import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { calendarProposal, findStrayDay } from '../modules/calendars/calendar-shapes.ts';
import { bodyRefusal } from '../shape/shape.ts';
import type { RecordFinder } from '../state/record-finder.ts';
import { addWorkingDays } from './add-days.ts';
import { calendarOf } from './calendar-of.ts';
import { DAY_MS, findIsoDay, isoDate } from './civil-date.ts';

/** Beside the project, where it was built; elsewhere these tests are shown as skipped. */
const folder = fileURLToPath(new URL('../../../../../shared/data/holidays/', import.meta.url));
const isThere = existsSync(`${folder}2026.json`);
const years = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026];

interface Notice {
  readonly papers: readonly string[];
  readonly days: readonly { readonly date: string; readonly isOffDay: boolean }[];
}

const read = (year: number): Notice => JSON.parse(readFileSync(`${folder}${year}.json`, 'utf8'));

function proposalOf(year: number) {
  const { days, papers } = read(year);
  const dates = (isOff: boolean) => days.filter(({ isOffDay }) => isOffDay === isOff).map(({ date }) => date);
  const source = { notice: `${year}`, date: `${year}-01-01`, url: papers[0] ?? '' };
  return { region: '000000', year, off: dates(true).sort(), worked: dates(false).sort(), source };
}

describe.skipIf(!isThere)('the official notices of 2019 to 2026', () => {
  const proposals = isThere ? years.map(proposalOf) : [];
  const finder: RecordFinder = {
    find: (_kind, subject) => proposals.find(({ year }) => subject === `000000/${year}`) as never,
  };
  const calendar = calendarOf(finder, '110105');
  const due = (start: string, days: number) => {
    const { dueMs, isProvisional } = addWorkingDays(calendar, Date.parse(start), days);
    return `${new Date(dueMs).toISOString()}${isProvisional ? ' 暂定' : ''}`;
  };

  it('can each be entered as they are published', () => {
    for (const proposal of proposals) {
      expect(bodyRefusal(proposal, calendarProposal)).toBeUndefined();
      expect(findStrayDay(proposal)).toBeUndefined();
    }
  });

  it('say of every day what the calendar answers', () => {
    const said = new Map(years.flatMap((year) => read(year).days.map(({ date, isOffDay }) => [date, !isOffDay])));
    expect(said.size).toBeGreaterThan(280);
    for (let day = findIsoDay('2018-12-29') ?? 0; day <= (findIsoDay('2026-12-31') ?? 0); day += 1) {
      const isWeekday = ![0, 6].includes(new Date(day * DAY_MS).getUTCDay());
      expect(calendar.isWorkingDay(day), isoDate(day)).toBe(said.get(isoDate(day)) ?? isWeekday);
    }
  });

  it('leave as many working days as there are weekdays, less those off, and the weekends worked', () => {
    const count = (year: number) => {
      let worked = 0;
      const last = findIsoDay(`${year}-12-31`) ?? 0;
      for (let day = findIsoDay(`${year}-01-01`) ?? 0; day <= last; day += 1)
        worked += calendar.isWorkingDay(day) ? 1 : 0;
      return worked;
    };
    const byFile = (year: number) => {
      const days = read(year).days.filter(({ date }) => date.startsWith(`${year}`));
      const isWeekend = (date: string) => [0, 6].includes(new Date(date).getUTCDay());
      const off = days.filter(({ date, isOffDay }) => isOffDay && !isWeekend(date)).length;
      const worked = days.filter(({ date, isOffDay }) => !isOffDay && isWeekend(date)).length;
      let weekdays = 0;
      for (let at = Date.parse(`${year}-01-01`); at <= Date.parse(`${year}-12-31`); at += DAY_MS)
        weekdays += isWeekend(new Date(at).toISOString().slice(0, 10)) ? 0 : 1;
      return weekdays - off + worked;
    };
    for (const year of [2020, 2021, 2024, 2025, 2026]) expect(count(year), `${year}`).toBe(byFile(year));
  });

  it('work the Saturday before 春节 2026, and count on after the nine days', () => {
    expect(due('2026-02-13T16:00:00+08:00', 3)).toBe('2026-02-25T15:59:59.999Z');
  });

  it('start the count on the next day, however late in the evening', () => {
    expect(due('2026-03-02T00:00:00+08:00', 3)).toBe(due('2026-03-02T23:59:59.999+08:00', 3));
    expect(due('2026-03-02T08:00:00+08:00', 3)).toBe('2026-03-05T15:59:59.999Z');
  });

  it('say 暂定 of what reaches into 2027', () => {
    expect(due('2026-12-28T09:00:00+08:00', 3)).toBe('2026-12-31T15:59:59.999Z');
    expect(due('2026-12-29T09:00:00+08:00', 3)).toBe('2027-01-01T15:59:59.999Z 暂定');
  });
});
