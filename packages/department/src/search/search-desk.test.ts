import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256, utf8Encode } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseEvent } from '../follow/case-event.ts';
import { caseIndexer } from './case-indexer.ts';
import { SearchDesk } from './search-desk.ts';
import { idNumberTerm, nameTerm } from './search-term.ts';

const KEY = sha256(utf8Encode('index key'));
const NUMBER = '11010519491231002X';
let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'search-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const asking = { officer: 'li', purpose: 'at-the-counter', nowMs: 7 } as const;

test('a case is found by name and by number, after a restart too, and by nothing else', async () => {
  const desk = await SearchDesk.open(directory, KEY);
  await desk.index.add([{ id: 'case-1', terms: [nameTerm('王秀英'), idNumberTerm(NUMBER)] }]);
  await desk.index.add([{ id: 'case-2', terms: [nameTerm('王秀英')] }]);
  const again = await SearchDesk.open(directory, KEY);
  for (const one of [desk, again]) {
    expect(await one.search({ ...asking, typed: '王 秀英' })).toEqual(['case-2', 'case-1']);
    expect(await one.search({ ...asking, typed: '11010519491231002x' })).toEqual(['case-1']);
    expect(await one.search({ ...asking, typed: '王秀' })).toEqual([]);
  }
});

test('what is known already is not written again', async () => {
  const desk = await SearchDesk.open(directory, KEY);
  await desk.index.add([{ id: 'case-1', terms: [nameTerm('王秀英')] }]);
  await desk.index.add([{ id: 'case-1', terms: [nameTerm('王秀英')] }]);
  const text = await readFile(join(directory, 'search', 'index.jsonl'), 'utf8');
  expect(text.trim().split('\n')).toHaveLength(1);
});

test('a thief of the folder finds neither name nor number nor a plain digest of one, and tries names in vain', async () => {
  const desk = await SearchDesk.open(directory, KEY);
  await desk.index.add([{ id: 'case-1', terms: [nameTerm('王秀英'), idNumberTerm(NUMBER)] }]);
  await desk.search({ ...asking, typed: '王秀英' });
  await desk.search({ ...asking, typed: NUMBER });
  const names = await readdir(join(directory, 'search'));
  const texts = await Promise.all(names.map((name) => readFile(join(directory, 'search', name), 'utf8')));
  const stolen = texts.join('');
  expect(names.sort()).toEqual(['asked.jsonl', 'index.jsonl']);
  for (const planted of ['王秀英', NUMBER, 'wang']) {
    for (const form of ['utf8', 'base64', 'base64url', 'hex'] as const)
      expect(stolen).not.toContain(Buffer.from(planted).toString(form));
    expect(stolen).not.toContain(Buffer.from(sha256(utf8Encode(planted))).toString('base64url'));
  }
  const thief = await SearchDesk.open(directory, sha256(utf8Encode('a guess')));
  expect(await thief.search({ ...asking, typed: '王秀英' })).toEqual([]);
});

test('every search is written down before its answer: who, when, why and how many, never what was typed', async () => {
  const desk = await SearchDesk.open(directory, KEY);
  await desk.search({ ...asking, typed: '孙甜甜' });
  const line = JSON.parse(await readFile(join(directory, 'search', 'asked.jsonl'), 'utf8'));
  expect(line).toEqual({
    ...{ at: 7, officer: 'li', purpose: 'at-the-counter', kind: 'name', found: 0 },
    token: desk.index.tokenOf(nameTerm('孙甜甜')),
  });
});

test('an application is entered as the follower hears of it, and an erased one leaves nothing to find', async () => {
  const desk = await SearchDesk.open(directory, KEY);
  const words: Record<string, Record<string, string>> = {
    one: { operator: '王秀英', 'id-number': NUMBER, premises: '[]' },
    two: {},
  };
  const listener = caseIndexer(desk.index, async (id) => words[id] ?? {});
  for (const id of ['one', 'two']) {
    const event = { name: 'case.submitted', case: { id }, cause: { id } } as unknown as CaseEvent;
    await listener.onCaseEvent(event);
    await listener.onCaseEvent({ ...event, name: 'case.granted' });
  }
  expect(desk.index.find(nameTerm('王秀英'))).toEqual(['one']);
  expect(desk.index.find(idNumberTerm(NUMBER))).toEqual(['one']);
  expect(desk.index.find(nameTerm('[]'))).toEqual([]);
});

test('applications of before this process are entered too, together, and once however often they are told', async () => {
  const desk = await SearchDesk.open(directory, KEY);
  const listener = caseIndexer(desk.index, async (id) => ({ operator: '王秀英', 'id-number': `${NUMBER}-${id}` }));
  const past = Array.from({ length: 70 }, (_, at) => ({
    ...{ name: at % 2 === 0 ? 'case.submitted' : 'case.granted', case: { id: `c${at}` }, cause: { id: `c${at}` } },
  })) as unknown as CaseEvent[];
  await listener.onPastEvents?.(past);
  await listener.onPastEvents?.(past);
  expect(desk.index.find(nameTerm('王秀英'))).toHaveLength(35);
  const text = await readFile(join(directory, 'search', 'index.jsonl'), 'utf8');
  expect(text.trim().split('\n')).toHaveLength(70);
});
