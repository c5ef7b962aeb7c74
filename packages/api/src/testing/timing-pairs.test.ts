import { expect, test } from 'vitest';
import { measurePairs, welchT } from './timing-pairs.ts';

test('Welch’s t of two samples is the textbook’s', () => {
  // Means 20.0 and 23.0, variances 2.5, five each.
  expect(welchT([18, 19, 20, 21, 22], [21, 22, 23, 24, 25])).toBeCloseTo(-3, 10);
  expect(welchT([1, 2, 3], [1, 2, 3])).toBe(0);
});

test('a secret that is told by the clock is found, and two equal answers are not', async () => {
  let at = 0;
  const random = () => (at++ % 3) / 3;
  const busy = (ms: number) => async () => {
    const until = performance.now() + ms;
    while (performance.now() < until);
  };
  const slow = await measurePairs({ pairs: 200, first: busy(0.4), second: busy(0.2), random });
  expect(slow.t).toBeGreaterThan(4.5);
});
