import { expect, test } from 'vitest';
import { ageOn } from './age-on.ts';

test('a person comes of age at midnight of the birthday in Shanghai, not in Greenwich', () => {
  expect(ageOn('2008-03-15', Date.parse('2026-03-14T15:59:59.999Z'))).toBe(17);
  expect(ageOn('2008-03-15', Date.parse('2026-03-14T16:00:00.000Z'))).toBe(18);
});

test('someone born on 29 February is a year older on 1 March of a common year', () => {
  expect(ageOn('2008-02-29', Date.parse('2026-02-28T12:00:00Z'))).toBe(17);
  expect(ageOn('2008-02-29', Date.parse('2026-03-01T00:00:00+08:00'))).toBe(18);
});
