import { expect, test } from 'vitest';
import { endOfDay, endProblem } from './end-of-right.ts';

const NOON = Date.parse('2026-06-01T12:00:00+08:00');

test('a right may end today, at the end of the day in China', () => {
  expect(endProblem('2026-06-01', NOON)).toBeUndefined();
  expect(endOfDay('2026-06-01')).toBe(Date.parse('2026-06-01T15:59:59.999Z'));
});

test('it does not end in the past, on no day, or after more than a year', () => {
  expect([endProblem('2026-05-31', NOON), endProblem('', NOON)]).toEqual([
    'rights.missing.until',
    'rights.missing.until',
  ]);
  expect(endProblem('2027-06-03', NOON)).toBe('rights.missing.long');
});
