import { base64urlEncode, sha256, utf8Encode } from '@minglu/protocol';
import { expect, test } from 'vitest';
import { SessionBook } from './session-book.ts';

const HOUR_MS = 3_600_000;
let nowMs = 0;
let serial = 0;
const book = new SessionBook({ clock: () => nowMs, randomBytes: (length) => new Uint8Array(length).fill(++serial) });

test('a session that an officer opened at a counter names the officer after it was prolonged too, and lasts an hour', () => {
  const counter = { officer: 'kid-of-li', isPresent: true };
  const { token } = book.start('wang', counter);
  expect(book.extend(token).expiresAt).toBe(nowMs + HOUR_MS);
  expect(book.counterOf(token)).toEqual(counter);
  expect(book.personOf(token)).toBe('wang');
});

test('a person’s own session is prolonged by eight hours, and one that has ended not at all', () => {
  const { token } = book.start('wang');
  nowMs += HOUR_MS;
  expect(book.extend(token).expiresAt).toBe(nowMs + 8 * HOUR_MS);
  nowMs += 8 * HOUR_MS;
  expect(() => book.extend(token)).toThrow(expect.objectContaining({ code: 'session-required' }));
});

test('a session ends with the ticket it was opened with, and no other does', () => {
  const book = new SessionBook({
    clock: () => 0,
    randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
  });
  expect(book.hasTickets).toBe(false);
  const one = book.start('wang', undefined, { level: 2, ticket: 'a.b.c' });
  const two = book.start('wang', undefined, { level: 2, ticket: 'd.e.f' });
  const bare = book.start('li');
  book.extend(one.token);
  expect([book.hasTickets, book.levelOf(one.token)]).toEqual([true, 2]);
  book.endTickets(new Set([base64urlEncode(sha256(utf8Encode('a.b.c')))]));
  expect(() => book.personOf(one.token)).toThrow('session-required');
  for (const { token } of [two, bare]) book.personOf(token);
});
