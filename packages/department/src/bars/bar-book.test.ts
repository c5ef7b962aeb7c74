import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BarBook } from './bar-book.ts';

const secret = new Uint8Array(32).fill(7);
const NUMBER = '990101198302089001';
const open = async (path?: string) => {
  const at = path ?? join(await mkdtemp(join(tmpdir(), 'minglu-bars-')), 'bars.jsonl');
  return { path: at, book: await BarBook.open(at, secret) };
};

test('somebody is barred to the last millisecond, and by what was proven only', async () => {
  const { book } = await open();
  const person = book.keyOf(NUMBER);
  book.note('bar.recorded', { person, annulment: 'a', until: 1000 });
  expect(book.isBarred(NUMBER, 500)).toBe(false);
  await book.save();
  expect([500, 1000, 1001].map((at) => book.isBarred(NUMBER, at))).toEqual([true, true, false]);
  expect(book.isBarred('990101198302089002', 500)).toBe(false);
  book.note('bar.lifted', { person, annulment: 'a' });
  book.forget();
  await book.save();
  expect(book.isBarred(NUMBER, 500)).toBe(true);
});

test('a bar that is lifted leaves another one, and both are known after a restart', async () => {
  const { path, book } = await open();
  const person = book.keyOf(NUMBER);
  book.note('bar.recorded', { person, annulment: 'a', until: 1000 });
  book.note('bar.recorded', { person, annulment: 'b', until: 2000 });
  book.note('bar.lifted', { person, annulment: 'b' });
  book.note('case.granted', { person, annulment: 'a' });
  await book.save();
  const { book: again } = await open(path);
  expect([again.isBarred(NUMBER, 900), again.isBarred(NUMBER, 1500)]).toEqual([true, false]);
  expect(await readFile(path, 'utf8')).not.toContain(NUMBER);
});

test('a key says nothing without the secret of the department', async () => {
  const { book } = await open();
  const other = await BarBook.open(
    join(await mkdtemp(join(tmpdir(), 'minglu-bars-')), 'b'),
    new Uint8Array(32).fill(8),
  );
  expect(book.keyOf(NUMBER)).toMatch(/^[\w-]{43}$/);
  expect(book.keyOf(NUMBER)).not.toBe(other.keyOf(NUMBER));
});
