import { expect, test } from 'vitest';
import type { Person, RegistrationFile } from '../register/person.ts';
import { factNamesOf, factsOf } from './facts-of.ts';

/** 2026-06-01 10:00 in Shanghai. */
const NOW_MS = Date.UTC(2026, 5, 1, 2);
const onFile = (registration: RegistrationFile): Person => ({
  ...{
    id: 'wang',
    name: '王秀英',
    idNumber: '',
    birthDate: '1980-01-01',
    identityLevel: 2,
    phone: '',
    duties: [],
    note: '',
  },
  registration,
});

test('a bar of one trade is stated only of those who have one on file, and is over after its last day', () => {
  const barOf = (foodBarredUntil?: string) =>
    factsOf(onFile({ premises: true, ...(foodBarredUntil === undefined ? {} : { foodBarredUntil }) }), {
      nowMs: NOW_MS,
    });
  expect(barOf()).toEqual({ 'no-registration-bar': true, 'premises-on-record': true });
  expect(barOf('2026-06-01')).toMatchObject({ 'no-food-bar': false });
  expect(barOf('2026-05-31')).toMatchObject({ 'no-food-bar': true });
  expect(factNamesOf([onFile({ premises: true })])).toContain('no-food-bar');
});
