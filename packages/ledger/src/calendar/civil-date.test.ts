import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHINA_OFFSET_MS,
  civilDateOf,
  DAY_MS,
  dayAt,
  dayOf,
  endOfDay,
  findIsoDay,
  isoDate,
  weekdayOf,
  yearsLater,
} from './civil-date.ts';

/** 1800 to 2200. */
const dayNumber = fc.integer({ min: -62_000, max: 84_000 });

describe('civil dates', () => {
  it('are those of the platform’s own calendar', () => {
    fc.assert(
      fc.property(dayNumber, (day) => {
        const date = new Date(day * DAY_MS);
        expect(isoDate(day)).toBe(date.toISOString().slice(0, 10));
        expect(weekdayOf(day)).toBe(date.getUTCDay());
        expect(dayOf(civilDateOf(day))).toBe(day);
        expect(findIsoDay(isoDate(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  it('change at midnight in China, not in Greenwich', () => {
    const beforeMs = Date.parse('2026-05-28T23:59:59.999+08:00');
    expect(isoDate(dayAt(beforeMs, CHINA_OFFSET_MS))).toBe('2026-05-28');
    expect(isoDate(dayAt(beforeMs + 1, CHINA_OFFSET_MS))).toBe('2026-05-29');
    expect(endOfDay(dayAt(beforeMs, CHINA_OFFSET_MS), CHINA_OFFSET_MS)).toBe(beforeMs);
  });

  it('are not read out of what is no day', () => {
    for (const text of ['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '0999-01-01', 'today', ''])
      expect(findIsoDay(text), text).toBeUndefined();
    expect(findIsoDay('2024-02-29')).toBe(Date.parse('2024-02-29') / DAY_MS);
  });

  it('lie years later on the same day, or the month’s last', () => {
    const later = (text: string, years: number) => isoDate(yearsLater(findIsoDay(text) ?? 0, years));
    expect(later('2026-05-29', 3)).toBe('2029-05-29');
    expect(later('2024-02-29', 3)).toBe('2027-02-28');
    expect(later('2024-02-29', 4)).toBe('2028-02-29');
    expect(later('2025-12-31', 1)).toBe('2026-12-31');
  });
});
