import { expect, test } from 'vitest';
import { sumCounts } from './sum-counts.ts';

test('the home page counts cases and licences over districts and months, each district and month once', () => {
  const count = (region: string, month: string, submitted: number, issued: number) => ({
    ...{ region, month, submitted, issued },
  });
  const counts = [count('990101', '2026-10', 3, 2), count('990102', '2026-10', 4, 4), count('990101', '2026-09', 5, 1)];
  expect(sumCounts(counts)).toEqual({ submitted: 12, issued: 7, regions: 2, months: 2 });
  expect(sumCounts([])).toEqual({ submitted: 0, issued: 0, regions: 0, months: 0 });
});
