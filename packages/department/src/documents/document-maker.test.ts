import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utf8Encode } from '@minglu/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaseEvent } from '../follow/case-event.ts';
import type { DocumentContent } from './document-content.ts';
import { DocumentMaker } from './document-maker.ts';
import { DocumentRegister } from './document-register.ts';
import type { DocumentSettings } from './document-settings.ts';
import { documentTable, findDocumentRow } from './document-table.ts';

const NEW_YEARS_EVE = Date.UTC(2026, 11, 31, 15, 59);
const CASE = { id: 'c1', holder: 'h', service: 'shop', version: 1, entry: 0, submittedAt: NEW_YEARS_EVE };
const settings: DocumentSettings = {
  mark: '某市监',
  sealWords: '样章',
  reconsideration: { gov: { name: '某区人民政府', channel: 'https://fuyi.example/' } },
  reconsiderationOrgan: 'gov',
  portalUrl: 'http://portal.test',
  services: [
    {
      id: 'shop',
      title: '个体工商户设立登记',
      licence: '营业执照',
      points: [{ code: 'paper', words: '缺租赁合同', article: '《某条例》第一条' }],
      refusals: [{ code: 'NAME', words: '名称不合规定', article: '《某条例》第二条' }],
      scope: [['5243', '图书、报刊零售']],
    },
  ],
};

let directory: string;
let contents: DocumentContent[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'documents-'));
  contents = [];
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const form = {
  mediaType: 'text/plain',
  extension: 'txt',
  make: async (content: DocumentContent) => {
    contents.push(content);
    return utf8Encode(JSON.stringify(content));
  },
};

let opened: Record<string, string> = {};
async function open(): Promise<{ maker: DocumentMaker; register: DocumentRegister }> {
  const register = await DocumentRegister.open(directory);
  const papers = { wordsOf: async () => opened };
  return { register, maker: new DocumentMaker({ organ: '某市场监督管理局', settings, form, register, papers }) };
}

function step(entry: number, name: string, facts: CaseEvent['facts'] = {}, more: Partial<CaseEvent> = {}): CaseEvent {
  const body = { tradeName: '甲店', scope: ['5243'] };
  const at = { key: `${entry}-0`, entry, place: 0, height: 1, time: NEW_YEARS_EVE, together: [] };
  return { ...at, name, facts, case: { ...CASE, body }, ...more };
}

const refusal = (entry: number, more: Partial<CaseEvent> = {}) =>
  step(
    entry,
    'case.refused',
    { case: 'c1', reason: 'NAME' },
    { cause: { id: 't', deed: 'd', kid: 'k', body: {} }, ...more },
  );

test('numbers run on from one document to the next and over a restart, and begin anew with the year in Shanghai', async () => {
  const first = await open();
  await first.maker.onCaseEvent(refusal(1));
  await first.maker.onCaseEvent(refusal(2));
  const second = await open();
  await second.maker.onCaseEvent(refusal(3));
  await second.maker.onCaseEvent(refusal(4, { time: NEW_YEARS_EVE + 60_000 }));
  expect(second.register.listOf('c1').map(({ number }) => number)).toEqual([
    '某市监登字〔2026〕第1号',
    '某市监登字〔2026〕第2号',
    '某市监登字〔2026〕第3号',
    '某市监登字〔2027〕第1号',
  ]);
});

test('a step told twice has one document', async () => {
  const { maker, register } = await open();
  await maker.onCaseEvent(refusal(1));
  await maker.onCaseEvent(refusal(1));
  expect(register.listOf('c1').length).toBe(1);
  expect(contents.length).toBe(1);
});

test('a crash after the file and before its line leaves neither a gap nor a number twice', async () => {
  const { maker } = await open();
  await maker.onCaseEvent(refusal(1));
  const list = join(directory, 'documents.jsonl');
  const before = await readFile(list, 'utf8');
  await maker.onCaseEvent(refusal(2));
  await writeFile(list, before);
  await appendFile(list, '{"key":"2-0","ki');
  const again = await open();
  await again.maker.onCaseEvent(refusal(2));
  expect(again.register.listOf('c1').map(({ number }) => number)).toEqual([
    '某市监登字〔2026〕第1号',
    '某市监登字〔2026〕第2号',
  ]);
  expect((await readdir(join(directory, 'files'))).sort()).toEqual(['1-0.txt', '2-0.txt']);
});

test('a line taken out of the list, or a file changed afterwards, is found', async () => {
  const { maker, register } = await open();
  for (const entry of [1, 2, 3]) await maker.onCaseEvent(refusal(entry));
  const [document] = register.listOf('c1');
  if (document === undefined) throw new Error('no document');
  await appendFile(join(directory, 'files', document.file), ' ');
  await expect(register.read(document)).rejects.toMatchObject({ code: 'store-damaged' });
  const list = join(directory, 'documents.jsonl');
  const lines = (await readFile(list, 'utf8')).split('\n');
  await writeFile(list, [lines[0], ...lines.slice(2)].join('\n'));
  await expect(DocumentRegister.open(directory)).rejects.toMatchObject({ code: 'store-damaged' });
});

test('a refusal says why in the words of the officer and of the law, and where to go against it', async () => {
  opened = { operator: '王秀英', reason: '与“乙店”近似。' };
  const { maker } = await open();
  await maker.onCaseEvent(refusal(1));
  opened = {};
  const text = JSON.stringify(contents);
  for (const words of [
    '王秀英',
    '名称不合规定（《某条例》第二条）',
    '与“乙店”近似。',
    '某区人民政府',
    '60日',
    'https://fuyi.example/',
    '6个月',
  ])
    expect(text).toContain(JSON.stringify(words).slice(1, -1));
});

test('a return names every point with its article', async () => {
  const { maker } = await open();
  await maker.onCaseEvent(step(1, 'case.returned', { case: 'c1', points: ['paper', 'other'] }));
  expect(contents[0]?.parts).toContainEqual({ kind: 'list', items: ['缺租赁合同（《某条例》第一条）', 'other'] });
});

test('a grant carries a copy of the licence, without members that nobody stated', async () => {
  const { maker } = await open();
  await maker.onCaseEvent(step(1, 'case.granted', { case: 'c1', by: 'contract' }, { licence: 'N1' }));
  expect(contents[0]?.attachment?.rows.map(({ label }) => label)).toEqual([
    '统一社会信用代码',
    '名称',
    '类型',
    '经营范围',
    '成立日期',
    '登记机关',
  ]);
});

test('a copy of the licence says how it is composed and where it is, where the application did', async () => {
  const { maker } = await open();
  const body = { tradeName: '甲店', scope: [], fields: { composition: 'family', premises: '示范路1号' } };
  await maker.onCaseEvent(step(1, 'case.granted', {}, { licence: 'N1', case: { ...CASE, body } }));
  const rows = contents[0]?.attachment?.rows ?? [];
  expect(rows).toContainEqual({ label: '组成形式', value: '家庭经营' });
  expect(rows).toContainEqual({ label: '经营场所', value: '示范路1号' });
});

test('each row of the table makes a document with a title and words, for any facts its event may have', async () => {
  const { maker, register } = await open();
  const facts = {
    case: 'c1',
    number: 'N1',
    reason: 'R',
    dueAt: 1e12,
    from: 1e12,
    until: 2e12,
    outcome: 'upheld',
    points: [],
    by: 'time',
    edition: 2,
  };
  let entry = 0;
  for (const { event, kind } of documentTable) {
    const kinds = ['annulled', 'revoked', 'withdrawn'];
    const restored = { ...facts, status: 'valid' };
    const rejected = { ...facts, outcome: 'not-annulled', basis: 'not-false' };
    const asked = { case: { ...CASE, body: {}, matter: { kind: 'annulment', licence: 'N1' } } };
    const more = [
      step(0, event, restored, { licence: 'N1' }),
      step(0, event, facts, { licence: 'N1', ...asked }),
      step(0, event, rejected, asked),
    ];
    const told = kinds.map((one) => step(0, event, { ...facts, kind: one }, { licence: 'N1' }));
    const fitting = [...told, ...more].find((one) => findDocumentRow(one)?.kind === kind);
    expect([kind, fitting === undefined]).toEqual([kind, false]);
    entry += 1;
    if (fitting !== undefined) await maker.onCaseEvent({ ...fitting, entry, key: `${entry}-0` });
  }
  expect(register.listOf('c1').map(({ kind }) => kind)).toEqual(documentTable.map(({ kind }) => kind));
  expect(new Set(documentTable.map(({ kind }) => kind)).size).toBe(documentTable.length);
  for (const { title, parts } of contents)
    expect([title, JSON.stringify(parts)]).toEqual([title, expect.not.stringMatching(/undefined|NaN/)]);
});

test('steps that no law wants a document for make none', async () => {
  const { maker, register } = await open();
  for (const name of ['case.submitted', 'case.officer-changed', 'case.overdue']) await maker.onCaseEvent(step(1, name));
  await maker.onCaseEvent(step(2, 'case.pending', { promisedAt: 1 }));
  await maker.onCaseEvent(step(3, 'case.refused', {}, { case: { ...CASE, service: 'unknown', body: {} } }));
  expect(register.listOf('c1')).toEqual([]);
});
