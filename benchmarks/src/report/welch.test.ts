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

test('a small example comes to what the hand works out', () => {
  // Means 2 and 4, variances 1 and 4, three of each: -2 / sqrt(5/3).
  expect(welch([1, 2, 3], [2, 4, 6]).t).toBeCloseTo(-1.549193, 5);
});
