import { expect, test } from 'vitest';
import { seeded } from '../testing/test-chain.ts';
import { SessionStore } from './session-store.ts';

const store = (): SessionStore => {
  let draws = 0;
  return new SessionStore((bytes) => seeded(`token ${draws++}`, bytes));
};
const HALF_HOUR = 30 * 60_000;

test('a token opens what was signed in, for half an hour to the millisecond', () => {
  const sessions = store();
  const { token, expiresAt } = sessions.open({ kid: 'k1', caseKey: true }, 5);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(expiresAt).toBe(5 + HALF_HOUR);
  expect(sessions.find(token, expiresAt - 1)).toEqual({ kid: 'k1', caseKey: true, expiresAt });
  expect(sessions.find(token, expiresAt)).toBeUndefined();
});

test('each sign-in has a token of its own, and none opens another’s', () => {
  const sessions = store();
  const tokens = ['a', 'b', 'a'].map((kid) => sessions.open({ kid, caseKey: false }, 0).token);
  expect(new Set(tokens).size).toBe(3);
  expect(tokens.map((token) => sessions.find(token, 1)?.kid)).toEqual(['a', 'b', 'a']);
  expect(sessions.find('A'.repeat(43), 1)).toBeUndefined();
});

test('sessions that are over are forgotten, and are not counted as open', () => {
  const sessions = store();
  for (let place = 0; place < 10; place++) sessions.open({ kid: 'k', caseKey: true }, place);
  expect(sessions.countOpen(HALF_HOUR - 1)).toBe(10);
  expect(sessions.countOpen(HALF_HOUR + 3)).toBe(6);
  expect(sessions.countOpen(HALF_HOUR + 10)).toBe(0);
});

test('a hundred thousand are kept; the next one costs the oldest, never the newest', () => {
  const sessions = store();
  const oldest = sessions.open({ kid: 'oldest', caseKey: true }, 0).token;
  const second = sessions.open({ kid: 'second', caseKey: true }, 0).token;
  for (let place = 2; place < 100_000; place++) sessions.open({ kid: 'k', caseKey: true }, 0);
  expect(sessions.find(oldest, 1)?.kid).toBe('oldest');
  const newest = sessions.open({ kid: 'newest', caseKey: true }, 1).token;
  expect(sessions.find(oldest, 1)).toBeUndefined();
  expect([second, newest].map((token) => sessions.find(token, 1)?.kid)).toEqual(['second', 'newest']);
  expect(sessions.countOpen(1)).toBe(100_000);
});
