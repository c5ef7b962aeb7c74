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
