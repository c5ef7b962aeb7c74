import { expect, test } from 'vitest';
import { timeLeft } from './time-left.ts';

const hour = 3_600_000;

test('a case without a promised date is not late', () => {
  expect(timeLeft(undefined, 0).state).toBe('none');
});

test('the promised instant itself is already over', () => {
  expect(timeLeft(1000, 1000).state).toBe('over');
  expect(timeLeft(1001, 1000).state).toBe('soon');
});

test('the last day warns, the day before it does not, and hours are rounded down', () => {
  expect(timeLeft(24 * hour, 0)).toEqual({ state: 'soon', hours: 24 });
  expect(timeLeft(24 * hour + 1, 0)).toEqual({ state: 'enough', hours: 24 });
  expect(timeLeft(2 * hour - 1, 0)).toEqual({ state: 'soon', hours: 1 });
});
