import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaMonth } from './china-month.ts';

test('a month begins at midnight in China, eight hours before it does in Greenwich', () => {
  expect(chinaMonth(Date.UTC(2026, 9, 31, 15, 59, 59, 999))).toBe('2026-10');
  expect(chinaMonth(Date.UTC(2026, 9, 31, 16))).toBe('2026-11');
  expect(chinaMonth(Date.UTC(2026, 11, 31, 16))).toBe('2027-01');
});

test('any instant has the month that the calendar of Shanghai gives it, whatever was asked before', () => {
  const calendar = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit' });
  // China has kept one time without daylight saving since 1992.
  const instant = fc.integer({ min: Date.UTC(1992, 0), max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1, maxLength: 5 }), (instants) => {
      for (const timeMs of instants) expect(chinaMonth(timeMs)).toBe(calendar.format(timeMs));
    }),
    { seed: 11 },
  );
});
