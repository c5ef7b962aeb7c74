import { expect, test } from 'vitest';
import { officersOf } from './officers.ts';
import { COUNTERS } from './organisations.ts';

test('every organ of the demonstration has somebody who names its keys and roles', () => {
  const without = COUNTERS.filter(({ id }) => !officersOf(id).some(({ duties }) => duties.includes('administrator')));
  expect(without.map(({ id }) => id)).toEqual([]);
});

test('nobody works under another’s handle, number or phone', () => {
  const people = COUNTERS.flatMap(({ seed }) => seed(Date.UTC(2026, 5, 1)));
  const officers = people.filter(({ duties }) => duties.length > 0);
  for (const of of ['id', 'name', 'idNumber', 'phone'] as const)
    expect(new Set(officers.map((one) => one[of])).size).toBe(officers.length);
});
