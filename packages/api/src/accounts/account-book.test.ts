import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { seeded } from '../testing/test-chain.ts';
import type { Passkey } from './account.ts';
import { AccountBook } from './account-book.ts';

let directory: string;
let book: AccountBook;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-accounts-'));
  book = open();
});
afterEach(() => {
  book.close();
  rmSync(directory, { recursive: true, force: true });
});

const open = (): AccountBook => {
  const made = new AccountBook({ directory, random: (bytes) => seeded('secret', bytes) });
  made.open();
  return made;
};

const passkey = (id: string, account: string): Passkey => ({
  ...{ id, account, publicKey: new Uint8Array([1, 2, 3]), counter: 7, rpId: 'localhost', transports: ['usb', 'nfc'] },
  ...{ name: '卡', assurance: 3, createdAt: 5, isBackedUp: false },
});

test('accounts, passkeys and who is disabled outlive a restart', () => {
  book.seen({ id: 'a', provider: 'unified' }, 1);
  book.seen({ id: 'b', provider: 'key', kid: 'k' }, 2);
  book.addPasskey(passkey('p', 'a'));
  book.usedPasskey('p', { counter: 9, nowMs: 8 });
  book.disable('b', 3);
  const name = book.nameOf('key', 'k');
  book.close();
  book = open();
  expect(book.passkeysOf('a')).toEqual([{ ...passkey('p', 'a'), counter: 9, lastUsedAt: 8 }]);
  expect(book.find('b')).toEqual({ id: 'b', provider: 'key', createdAt: 2, lastSignInAt: 2, disabledAt: 3, kid: 'k' });
  expect([book.isDisabled('a'), book.isDisabled('b'), book.keyOf('b')]).toEqual([false, true, 'k']);
  expect(book.nameOf('key', 'k')).toBe(name);
  expect(name).toMatch(/^[\w-]{43}$/);
});

test('a disabled account does not sign in', () => {
  book.seen({ id: 'a', provider: 'unified' }, 1);
  book.disable('a', 2);
  expect(() => book.seen({ id: 'a', provider: 'unified' }, 3)).toThrow('account-disabled');
});

test('tickets of disabled accounts are told until they run out, and of nobody else', () => {
  for (const id of ['a', 'b']) book.seen({ id, provider: 'unified' }, 1);
  book.wroteTicket('one', { account: 'a', until: 10 });
  book.wroteTicket('two', { account: 'b', until: 10 });
  expect(book.endedTickets(5)).toEqual([]);
  book.disable('a', 5);
  expect(book.endedTickets(5)).toEqual(['one']);
  expect(book.endedTickets(10)).toEqual([]);
});

test('the same words are two accounts of two kinds', () => {
  expect(book.nameOf('key', 'x')).not.toBe(book.nameOf('certificate', 'x'));
});
