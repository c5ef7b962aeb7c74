import { expect, test } from 'vitest';
import { seeded } from '../testing/test-chain.ts';
import type { SessionKey } from './session.ts';
import { type OpenedSession, SessionStore } from './session-store.ts';

const store = (): SessionStore => {
  let draws = 0;
  return new SessionStore((bytes) => seeded(`token ${draws++}`, bytes));
};
const HALF_HOUR = 30 * 60_000;
const EIGHT_HOURS = 8 * 3_600_000;
const keyOf = (kid: string, caseKey = true): SessionKey => ({ kid, caseKey });
const openWith = (sessions: SessionStore, kid: string, nowMs = 0): OpenedSession =>
  sessions.open({ method: 'key', assurance: 1, keys: [keyOf(kid)] }, nowMs);
const kidsOf = (sessions: SessionStore, token: string, nowMs: number) =>
  sessions.find(token, nowMs)?.keys.map(({ kid }) => kid);

test('a session that nobody uses ends after half an hour to the millisecond', () => {
  const sessions = store();
  const { token, session } = openWith(sessions, 'k1', 5);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(session).toMatchObject({ createdAt: 5, idleUntil: 5 + HALF_HOUR, expiresAt: 5 + EIGHT_HOURS });
  expect(sessions.peek(token, 4 + HALF_HOUR)).toMatchObject({ idleUntil: 5 + HALF_HOUR });
  expect(sessions.find(token, 5 + HALF_HOUR)).toBeUndefined();
});

test('each use is worth another half hour, looking is not, and eight hours are the end of it', () => {
  const sessions = store();
  const { token } = openWith(sessions, 'k');
  for (let now = HALF_HOUR - 1; now < EIGHT_HOURS; now += HALF_HOUR - 1)
    expect(sessions.find(token, now)).toBeDefined();
  expect(sessions.peek(token, EIGHT_HOURS - 1)?.idleUntil).toBe(EIGHT_HOURS);
  expect(sessions.find(token, EIGHT_HOURS)).toBeUndefined();
});

test('each sign-in has a token of its own, and none opens another’s', () => {
  const sessions = store();
  const opened = ['a', 'b', 'a'].map((kid) => openWith(sessions, kid));
  expect(new Set(opened.map(({ token }) => token)).size).toBe(3);
  expect(opened.map(({ token }) => kidsOf(sessions, token, 1))).toEqual([['a'], ['b'], ['a']]);
  expect(sessions.find('A'.repeat(43), 1)).toBeUndefined();
  for (const { session } of opened) expect(sessions.find(session.id, 1)).toBeUndefined();
});

test('a key that is added comes under a new token; the old one gains nothing and ends within seconds', () => {
  const sessions = store();
  const old = openWith(sessions, 'a');
  const added = sessions.addKey(old.token, keyOf('b'), 100);
  expect(added?.token).not.toBe(old.token);
  expect(added?.session.id).toBe(old.session.id);
  expect(kidsOf(sessions, added?.token ?? '', 100)).toEqual(['a', 'b']);
  expect(kidsOf(sessions, old.token, 10_099)).toEqual(['a']);
  expect(sessions.find(old.token, 10_100)).toBeUndefined();
});

test('two keys added from one old token are both in the session, and its end ends every token of it', () => {
  const sessions = store();
  const old = openWith(sessions, 'a');
  const first = sessions.addKey(old.token, keyOf('b'), 100);
  const second = sessions.addKey(old.token, keyOf('c'), 101);
  expect(kidsOf(sessions, second?.token ?? '', 102)).toEqual(['a', 'b', 'c']);
  expect(kidsOf(sessions, first?.token ?? '', 102)).toEqual(['a', 'b']);
  expect(sessions.end(({ id }) => id === old.session.id)).toBe(1);
  for (const token of [old.token, first?.token, second?.token]) expect(sessions.find(token ?? '', 103)).toBeUndefined();
});

test('one officer at a time: a registered key takes the place of another, case keys stay', () => {
  const sessions = store();
  const { token } = openWith(sessions, 'case');
  const one = sessions.addKey(token, keyOf('one', false), 1);
  const other = sessions.addKey(one?.token ?? '', keyOf('other', false), 2);
  expect(kidsOf(sessions, other?.token ?? '', 3)).toEqual(['case', 'other']);
  expect(other?.session.assurance).toBe(3);
});

test('a step up is noted with its time, under a new token', () => {
  const sessions = store();
  const { token, session } = sessions.open({ method: 'oidc', assurance: 2, account: 'x' }, 0);
  const up = sessions.stepUp(session.id, { method: 'oidc', assurance: 3 }, 50);
  expect(up?.token).not.toBe(token);
  expect(up?.session).toMatchObject({ assurance: 3, stepUpAt: 50, account: 'x' });
  expect(sessions.find(token, 51)).toMatchObject({ assurance: 2 });
  expect(sessions.stepUp('A'.repeat(43), { method: 'oidc', assurance: 3 }, 51)).toBeUndefined();
});

test('sessions that are over are forgotten, and are not counted as open', () => {
  const sessions = store();
  for (let place = 0; place < 10; place++) openWith(sessions, 'k', place);
  expect(sessions.countOpen(HALF_HOUR - 1)).toBe(10);
  expect(sessions.countOpen(HALF_HOUR + 3)).toBe(6);
  expect(sessions.countOpen(HALF_HOUR + 10)).toBe(0);
});

test('a hundred thousand are kept; the next one costs the one used longest ago, never the newest', () => {
  const sessions = store();
  const oldest = openWith(sessions, 'oldest').token;
  const second = openWith(sessions, 'second').token;
  for (let place = 2; place < 100_000; place++) openWith(sessions, 'k');
  expect(kidsOf(sessions, oldest, 1)).toEqual(['oldest']);
  const newest = openWith(sessions, 'newest', 1).token;
  expect(sessions.find(second, 1)).toBeUndefined();
  expect([oldest, newest].map((token) => kidsOf(sessions, token, 1))).toEqual([['oldest'], ['newest']]);
  expect(sessions.countOpen(1)).toBe(100_000);
});
