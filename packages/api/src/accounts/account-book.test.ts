import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
  book.disable('b', { reason: 'lost', nowMs: 3 });
  const name = book.nameOf('key', 'k');
  book.close();
  book = open();
  expect(book.passkeysOf('a')).toEqual([{ ...passkey('p', 'a'), counter: 9, lastUsedAt: 8 }]);
  expect(book.find('b')).toEqual({
    id: 'b',
    provider: 'key',
    createdAt: 2,
    lastSignInAt: 2,
    disabledAt: 3,
    disabledFor: 'lost',
    kid: 'k',
  });
  expect([book.isDisabled('a'), book.isDisabled('b'), book.keyOf('b')]).toEqual([false, true, 'k']);
  expect(book.nameOf('key', 'k')).toBe(name);
  expect(name).toMatch(/^[\w-]{43}$/);
});

test('a disabled account does not sign in', () => {
  book.seen({ id: 'a', provider: 'unified' }, 1);
  book.disable('a', { reason: 'left', nowMs: 2 });
  expect(() => book.seen({ id: 'a', provider: 'unified' }, 3)).toThrow('account-disabled');
});

test('tickets of disabled accounts are told until they run out, and of nobody else', () => {
  for (const id of ['a', 'b']) book.seen({ id, provider: 'unified' }, 1);
  book.wroteTicket('one', { account: 'a', until: 10 });
  book.wroteTicket('two', { account: 'b', until: 10 });
  expect(book.endedTickets(5)).toEqual([]);
  book.disable('a', { reason: 'left', nowMs: 5 });
  expect(book.endedTickets(5)).toEqual(['one']);
  expect(book.endedTickets(10)).toEqual([]);
});

test('the same words are two accounts of two kinds', () => {
  expect(book.nameOf('key', 'x')).not.toBe(book.nameOf('certificate', 'x'));
});

test('a holder is barred by any account they worked with, also after a restart', () => {
  book.seen({ id: 'a', provider: 'unified' }, 1);
  book.held('a', 'k');
  book.openForKey('k', 2);
  expect(book.isBarred('k')).toBe(false);
  book.disable('a', { reason: 'left', nowMs: 3 });
  book.close();
  book = open();
  expect([book.isBarred('k'), book.isBarred('other')]).toEqual([true, false]);
  expect(book.holdersOf('a')).toEqual(['k']);
  expect(book.accountsOf('k')).toEqual(['a', book.nameOf('key', 'k')]);
  book.enable('a');
  expect(book.isBarred('k')).toBe(false);
});

test('a book of format 1 is read on, its disabled accounts without a reason', () => {
  book.seen({ id: 'a', provider: 'unified' }, 1);
  book.close();
  const old = new DatabaseSync(join(directory, 'accounts.sqlite'));
  old.exec(`drop table held_keys; alter table accounts drop column disabled_for;
    update accounts set disabled_at = 5; pragma user_version = 1`);
  old.close();
  book = open();
  expect(book.find('a')).toEqual({ id: 'a', provider: 'unified', createdAt: 1, lastSignInAt: 1, disabledAt: 5 });
  book.held('a', 'k');
  expect(book.isBarred('k')).toBe(true);
});
