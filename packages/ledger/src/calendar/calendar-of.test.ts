import { describe, expect, it } from 'vitest';
import type { RecordFinder } from '../state/record-finder.ts';
import type { CalendarRecord } from '../state/records.ts';
import { calendarOf, calendarRegions, isWithin } from './calendar-of.ts';
import { findIsoDay } from './civil-date.ts';

const source = { notice: '通知', date: '2025-11-04', url: 'https://www.gov.cn/x' };
const notice = (off: string[], worked: string[] = []): CalendarRecord => ({
  off,
  worked,
  source,
  proposedBy: 'a',
  confirmedBy: 'b',
  since: 1,
});

function finder(records: Record<string, CalendarRecord>): RecordFinder {
  return { find: (_kind, subject) => records[subject] as never };
}

const dayOf = (text: string) => findIsoDay(text) ?? 0;

describe('the calendar of a region', () => {
  it('is looked for from the district up to the country', () => {
    expect(calendarRegions('450105')).toEqual(['450105', '450100', '450000', '000000']);
    expect(calendarRegions('450000')).toEqual(['450000', '000000']);
    expect(isWithin('450105', '450000')).toBe(true);
    expect(isWithin('450105', '440000')).toBe(false);
    expect(isWithin('450000', '450105')).toBe(false);
  });

  it('is the weekend where nothing is known, and says so', () => {
    const calendar = calendarOf(finder({}), '110105');
    expect(calendar.isWorkingDay(dayOf('2027-01-01'))).toBe(true);
    expect(calendar.isWorkingDay(dayOf('2027-01-02'))).toBe(false);
    expect(calendar.isNotified(dayOf('2027-01-01'))).toBe(false);
  });

  it('has the country’s days off and worked weekends', () => {
    const calendar = calendarOf(finder({ '000000/2026': notice(['2026-01-01'], ['2026-01-04']) }), '110105');
    expect(calendar.isWorkingDay(dayOf('2026-01-01'))).toBe(false);
    expect(calendar.isWorkingDay(dayOf('2026-01-04'))).toBe(true);
    expect(calendar.isNotified(dayOf('2026-12-31'))).toBe(true);
    expect(calendar.isNotified(dayOf('2027-01-01'))).toBe(false);
  });

  it('has a province’s own days on top, there and nowhere else: 三月三 is one day off in Guangxi alone', () => {
    const records = finder({
      '000000/2026': notice(['2026-01-01'], ['2026-01-04']),
      '450000/2026': notice(['2026-04-20', '2026-01-04']),
    });
    for (const [region, isWorked] of [
      ['450105', false],
      ['110105', true],
    ] as const) {
      const calendar = calendarOf(records, region);
      expect(calendar.isWorkingDay(dayOf('2026-04-20'))).toBe(isWorked);
      expect(calendar.isWorkingDay(dayOf('2026-01-04'))).toBe(isWorked);
      expect(calendar.isWorkingDay(dayOf('2026-01-01'))).toBe(false);
    }
  });

  it('is not known by a province’s notice alone', () => {
    const calendar = calendarOf(finder({ '450000/2026': notice(['2026-04-20']) }), '450105');
    expect(calendar.isWorkingDay(dayOf('2026-04-20'))).toBe(false);
    expect(calendar.isNotified(dayOf('2026-04-20'))).toBe(false);
  });

  it('lets a notice speak of the last days of the year before', () => {
    const records = finder({ '000000/2022': notice([]), '000000/2023': notice(['2022-12-30']) });
    expect(calendarOf(records, '110105').isWorkingDay(dayOf('2022-12-30'))).toBe(false);
    expect(calendarOf(records, '110105').isWorkingDay(dayOf('2022-12-29'))).toBe(true);
  });
});
