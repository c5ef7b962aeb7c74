import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Correction } from './correction.ts';
import { CorrectionBook } from './correction-book.ts';

let directory: string;
let book: CorrectionBook;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'corrections-'));
  book = await CorrectionBook.open(directory);
});
afterEach(() => rm(directory, { recursive: true }));

const CASE = 'AAAAAAAAAAAAAAAAAAAAAA';
const idOf = (at: number) => `${String(at).padStart(21, '0')}A`;
const asked = (at: number, more: Partial<Correction> = {}): Correction => ({
  id: idOf(at),
  case: CASE,
  kind: 'correct',
  about: 'name',
  words: 'a.b.c.d.e',
  askedAt: at,
  dueAt: 1_000 + at,
  ...more,
});
const answer = (at: number) => ({
  id: idOf(at),
  outcome: 'corrected' as const,
  words: 'a.b.c.d.e',
  at,
  kid: 'k'.repeat(43),
});

test('what was asked and answered stands after a restart, once', async () => {
  await book.ask(asked(1));
  await book.ask(asked(1, { askedAt: 9 }));
  await book.answer(answer(1));
  expect((await readFile(join(directory, 'corrections.jsonl'), 'utf8')).split('\n').length).toBe(3);
  const again = await CorrectionBook.open(directory);
  expect(again.list(CASE)).toEqual([{ asked: asked(1), answer: answer(1) }]);
});

test('one answer a request; none to what nobody asked; no id of another case', async () => {
  await book.ask(asked(1));
  await book.answer(answer(1));
  await expect(book.answer(answer(1))).rejects.toMatchObject({ code: 'correction-answered' });
  await expect(book.answer(answer(2))).rejects.toMatchObject({ code: 'correction-unknown' });
  const elsewhere = asked(1, { case: 'BBBBBBBBBBBBBBBBBBBBBA' });
  await expect(book.ask(elsewhere)).rejects.toMatchObject({ code: 'correction-invalid' });
});

test('what waits longest stands first, what was answered last', async () => {
  for (const at of [3, 1, 2]) await book.ask(asked(at));
  await book.answer(answer(1));
  expect(book.list().map(({ asked: { askedAt } }) => askedAt)).toEqual([2, 3, 1]);
});

test('a case with twenty that wait takes no more until one is answered', async () => {
  for (let at = 0; at < 20; at++) await book.ask(asked(at));
  await expect(book.ask(asked(20))).rejects.toMatchObject({ code: 'overloaded' });
  await book.answer(answer(0));
  await book.ask(asked(20));
});
