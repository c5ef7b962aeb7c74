import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { MandateBook } from './mandate-book.ts';

let directory: string;
let book: MandateBook;
const open = () => MandateBook.open(join(directory, 'mandates.jsonl'));
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mandates-'));
  book = await open();
});
afterEach(() => rm(directory, { recursive: true }));

const pair = { principal: 'P', agent: 'A' };
const given = (more: object = {}) => ({
  ...pair,
  case: 'C',
  form: 'handler',
  deeds: ['cases.read'],
  until: 100,
  ...more,
});
const asks = (more: object = {}) => book.allows({ ...pair, deed: 'cases.read', service: 'shop', nowMs: 99, ...more });

test('a mandate allows the deeds it names to the one key it names, until its instant', async () => {
  book.note('mandate.appointed', given());
  await book.save();
  expect(asks()).toBe(true);
  for (const other of [{ agent: 'B' }, { principal: 'Q' }, { deed: 'cases.withdraw' }, { nowMs: 100 }])
    expect(asks(other)).toBe(false);
});

test('one for a service allows nothing of another', async () => {
  book.note('mandate.appointed', given({ services: ['shop'] }));
  await book.save();
  expect(asks()).toBe(true);
  expect(asks({ service: 'food' })).toBe(false);
});

test('either end ends it, and what is told of others does not', async () => {
  for (const end of ['mandate.withdrawn', 'mandate.expired']) {
    book.note('mandate.appointed', given());
    book.note('mandate.used', { ...pair, deed: 'cases.read' });
    book.note(end, { principal: 'P', agent: 'B' });
    await book.save();
    expect(asks()).toBe(true);
    book.note(end, pair);
    await book.save();
    expect(asks()).toBe(false);
  }
});

test('what was not proven counts for nothing, and what was is there after a restart', async () => {
  book.note('mandate.appointed', given());
  expect(asks()).toBe(false);
  book.forget();
  await book.save();
  expect(asks()).toBe(false);
  book.note('mandate.appointed', given());
  await book.save();
  book = await open();
  expect(asks()).toBe(true);
});
