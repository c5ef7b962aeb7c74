import { expect, test } from 'vitest';
import { requestState } from './request-state.ts';
import type { RightRequest } from './requests-query.ts';

const asked = { status: 'pending', given: undefined } as unknown as RightRequest;

test('a right that was given is over at its instant, and not before', () => {
  const given = { ...asked, status: 'approved', given: 1_000 };
  expect([requestState(given, 999), requestState(given, 1_000)]).toEqual(['approved', 'over']);
});

test('what nobody answered, what was declined and what lapsed are told apart', () => {
  const states = ['pending', 'declined', 'lapsed'].map((status) => requestState({ ...asked, status }, 0));
  expect(states).toEqual(['pending', 'declined', 'lapsed']);
});
