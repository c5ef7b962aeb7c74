import { expect, test } from 'vitest';
import { welch } from './welch.ts';

test('two samples of one kind are not told apart, and a shift of a tenth of their spread is, over ten thousand', () => {
  let state = 7;
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const sample = (shift: number) => Array.from({ length: 10_000 }, () => draw() + draw() + draw() + shift);
  const one = sample(0);
  expect(Math.abs(welch(one, sample(0)).t)).toBeLessThan(4.5);
  expect(Math.abs(welch(one, sample(0.05)).t)).toBeGreaterThan(4.5);
});

test('the known example of unequal variances has its known t', () => {
  const a = [27.5, 21, 19, 23.6, 17, 17.9, 16.9, 20.1, 21.9, 22.6, 23.1, 19.6, 19, 21.7, 21.4];
  const b = [27.1, 22, 20.8, 23.4, 23.4, 23.5, 25.8, 22, 24.8, 20.2, 21.9, 22.1, 22.9, 30.5, 24.4];
  expect(welch(a, b).t).toBeCloseTo(-2.8352, 3);
});
