import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCalendarDays, addWorkingDays } from './add-days.ts';
import { CHINA_OFFSET_MS, DAY_MS } from './civil-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const FIRST = Date.parse('2026-01-01T00:00:00+08:00');
const LAST_NOTIFIED = '2026-12-31';
const dateAt = (timeMs: number) => new Date(timeMs + CHINA_OFFSET_MS).toISOString().slice(0, 10);

/** Strange days out of a few years: off in the week, worked at the weekend. */
const strange = fc.uniqueArray(fc.integer({ min: 0, max: 700 }), { maxLength: 200 }).map((days) => {
  const set = new Set(days);
  const isWorked = (date: string) => {
    const at = Math.round((Date.parse(`${date}T00:00:00+08:00`) - FIRST) / DAY_MS);
    const isWeekday = ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());
    return set.has(at) !== isWeekday;
  };
  const textOf = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
  const calendar: WorkingCalendar = {
    offsetMs: CHINA_OFFSET_MS,
    isWorkingDay: (day) => isWorked(textOf(day)),
    isNotified: (day) => textOf(day) <= LAST_NOTIFIED,
  };
  return { calendar, isWorked };
});
const startMs = fc.integer({ min: FIRST, max: FIRST + 500 * DAY_MS });
const days = fc.integer({ min: 1, max: 60 });

describe('a term of working days', () => {
  it('is what one gets by tearing leaves off a calendar', () => {
    fc.assert(
      fc.property(strange, startMs, days, ({ calendar, isWorked }, start, term) => {
        let leaf = start;
        const looked: string[] = [];
        for (let left = term; left > 0; left -= isWorked(dateAt(leaf)) ? 1 : 0) {
          leaf += DAY_MS;
          looked.push(dateAt(leaf));
        }
        const { dueMs, isProvisional } = addWorkingDays(calendar, start, term);
        expect(dueMs).toBe(Date.parse(`${dateAt(leaf)}T23:59:59.999+08:00`));
        expect(isProvisional).toBe(looked.some((date) => date > LAST_NOTIFIED));
      }),
      { numRuns: 500 },
    );
  });

  it('ends on a working day, later the longer it is, and at the same time whenever in the day it began', () => {
    fc.assert(
      fc.property(strange, startMs, days, ({ calendar, isWorked }, start, term) => {
        const { dueMs } = addWorkingDays(calendar, start, term);
        expect(isWorked(dateAt(dueMs))).toBe(true);
        expect(addWorkingDays(calendar, start, term + 1).dueMs).toBeGreaterThan(dueMs);
        const midnight = Date.parse(`${dateAt(start)}T00:00:00+08:00`);
        expect(addWorkingDays(calendar, midnight, term).dueMs).toBe(dueMs);
        expect(addWorkingDays(calendar, midnight + DAY_MS - 1, term).dueMs).toBe(dueMs);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a term of calendar days', () => {
  it('does not count its first day, and moves on from a day off', () => {
    fc.assert(
      fc.property(strange, startMs, days, ({ calendar, isWorked }, start, term) => {
        const { dueMs, isProvisional } = addCalendarDays(calendar, start, term);
        let leaf = start + term * DAY_MS;
        let isUnknown = dateAt(leaf) > LAST_NOTIFIED;
        while (!isWorked(dateAt(leaf))) {
          leaf += DAY_MS;
          isUnknown ||= dateAt(leaf) > LAST_NOTIFIED;
        }
        expect(dueMs).toBe(Date.parse(`${dateAt(leaf)}T23:59:59.999+08:00`));
        expect(isProvisional).toBe(isUnknown);
      }),
      { numRuns: 300 },
    );
  });
});
