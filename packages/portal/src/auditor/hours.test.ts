import { expect, test } from 'vitest';
import { byHour, byHourOfDay, hourOfDay, isOutOfHours } from './hours.ts';

const at = (text: string) => ({ at: Date.parse(`${text}+08:00`) });

test('lines are gathered by the hour they were in, newest first', () => {
  const hours = byHour([at('2026-06-01T10:05:00'), at('2026-06-01T10:59:59'), at('2026-06-02T03:00:00')]);
  expect(hours.map(({ lines }) => lines.length)).toEqual([1, 2]);
  expect(hours[0]?.from).toBe(Date.parse('2026-06-02T03:00:00+08:00'));
});

test('the hours of the day are those of China', () => {
  expect(hourOfDay(Date.UTC(2026, 5, 1, 16))).toBe(0);
  const counts = byHourOfDay([at('2026-06-01T00:30:00'), at('2026-06-02T00:10:00'), at('2026-06-01T23:59:00')]);
  expect([counts[0], counts[23], counts[12]]).toEqual([2, 1, 0]);
});

test('night and evening are out of hours', () => {
  expect([3, 7, 8, 18, 19, 23].map(isOutOfHours)).toEqual([true, true, false, false, true, true]);
});
