import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { LedgerNode, OnBlock } from '@minglu/node';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestNode } from '../testing/open-test-node.ts';
import { CHAIN, deedBy, makeCase, ORGAN, registrar } from '../testing/test-chain.ts';
import { dumpReadModel, temporaryDirectory } from '../testing/test-read-model.ts';
import { ReadModel } from './read-model.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let node: LedgerNode;
let log: string[];
beforeEach(async () => {
  directory = temporaryDirectory();
  log = [];
  ({ node } = await openTestNode(directory.path));
});
afterEach(async () => {
  await node.close();
  directory.remove();
});

const open = (chain = CHAIN): ReadModel =>
  new ReadModel({
    directory: directory.path,
    chain,
    node,
    log: pino({ base: null }, { write: (line) => void log.push(line) }),
  });

const fill = async (): Promise<number> => {
  for (const seed of ['甲', '乙', '丙']) {
    const { jws, sidecar } = await makeCase(seed, {
      manual: seed === '丙',
      region: seed === '乙' ? '310101' : '110105',
    });
    await node.submit(jws, sidecar);
  }
  return node.status().height;
};

test('whoever waits for a position reads their own write', async () => {
  const model = open();
  const height = await fill();
  const found = await model.query('searchLicences', { text: '面馆', limit: 10 }, height);
  expect(found.licences.map((row) => row.trade_name)).toEqual(['城东乙面馆', '城东甲面馆']);
  const queue = await model.query('listDeskCases', {
    ...{ organ: ORGAN, kids: [''], view: 'open', marks: [] },
    offset: 0,
    limit: 10,
  });
  expect(queue).toMatchObject({ total: 1, cases: [{ trade_name: '城东丙面馆', status: 'pending', overdue: 0 }] });
  const counts = await model.query('countByRegion', {});
  expect(counts).toMatchObject([
    { region: '110105', submitted: 2, granted: 1, issued: 1 },
    { region: '310101', submitted: 1, granted: 1, issued: 1 },
  ]);
  expect(await model.query('listOrganisations', {})).toContain(ORGAN);
  await model.close();
});

test('dropped and followed again from zero, the rows are the same', async () => {
  const height = await fill();
  const first = open();
  await first.query('listServices', {}, height);
  await first.close();
  const before = dumpReadModel(directory.path);
  for (const name of ['read-model.sqlite', 'read-model.sha256']) rmSync(join(directory.path, name));
  const second = open();
  await second.query('listServices', {}, height);
  await second.close();
  expect(dumpReadModel(directory.path)).toBe(before);
  expect(before).toContain('城东甲面馆');
});

test('closed properly, it goes on where it stopped; the same block twice leaves the same rows', async () => {
  const height = await fill();
  const first = open();
  await first.query('listServices', {}, height);
  await first.close();
  const follow = node.follow.bind(node);
  const asked: number[] = [];
  node.follow = (from: number, onBlock: OnBlock) => {
    asked.push(from);
    return follow(from, onBlock);
  };
  const second = open();
  await second.query('listServices', {}, height);
  await second.close();
  expect(asked).toEqual([height + 1]);
  expect(log.join('')).not.toContain('read-model-dropped');
});

test.each([
  ['one flipped byte', (file: string) => flip(file), 'digest'],
  ['a file that is no database', (file: string) => writeFileSync(file, randomBytes(9_000)), 'digest'],
  ['a missing seal, as after a kill', (file: string) => rmSync(file.replace('.sqlite', '.sha256')), 'not-closed'],
])('%s is found and the rows are built again', async (_name, damage, reason) => {
  const height = await fill();
  const first = open();
  await first.query('listServices', {}, height);
  await first.close();
  const before = dumpReadModel(directory.path);
  damage(join(directory.path, 'read-model.sqlite'));
  const second = open();
  await second.query('listServices', {}, height);
  await second.close();
  expect(log.join('')).toContain(`"reason":"${reason}"`);
  expect(dumpReadModel(directory.path)).toBe(before);
});

test('rows of another chain are not taken over', async () => {
  const first = open('other.example/city');
  await first.query('listServices', {}, 0);
  await first.close();
  const second = open();
  await second.query('listServices', {}, 0);
  await second.close();
  expect(log.join('')).toContain('"reason":"chain"');
});

test('rows of an older schema are thrown away, though their file was closed and sealed', async () => {
  const height = await fill();
  const first = open();
  await first.query('listServices', {}, height);
  await first.close();
  const before = dumpReadModel(directory.path);
  const file = join(directory.path, 'read-model.sqlite');
  const database = new DatabaseSync(file);
  database.exec('pragma user_version = 1');
  database.close();
  const seal = createHash('sha256').update(readFileSync(file)).digest('hex');
  writeFileSync(join(directory.path, 'read-model.sha256'), seal);
  const second = open();
  await second.query('listServices', {}, height);
  await second.close();
  expect(log.join('')).toContain('"reason":"schema"');
  expect(dumpReadModel(directory.path)).toBe(before);
});

test('a search for letters that SQLite has never heard of finds nothing, and is no failure', async () => {
  const model = open();
  await model.query('listServices', {}, await fill());
  for (const text of ['a\u19b0b', '面\u1cf2馆', '"', '\0'])
    expect(await model.query('searchLicences', { text, limit: 1 })).toMatchObject({ licences: [] });
  expect(log).toEqual([]);
  await model.close();
});

test('a change of trade name moves the licence in the index', async () => {
  const model = open();
  await fill();
  const { licences } = await model.query('searchLicences', { text: '甲', limit: 1 }, node.status().height);
  const number = licences[0]?.number ?? '';
  expect(number).not.toBe('');
  await node.submit(await deedBy(registrar, 'licences.change', { number, tradeName: '城东豆花店' }));
  const height = node.status().height;
  expect((await model.query('searchLicences', { text: '豆花', limit: 5 }, height)).licences).toMatchObject([
    { number },
  ]);
  expect((await model.query('searchLicences', { text: '甲面', limit: 5 })).licences).toEqual([]);
  await model.close();
});

test('the seal is gone while the file may change', async () => {
  const model = open();
  await model.query('listServices', {}, 0);
  expect(existsSync(join(directory.path, 'read-model.sha256'))).toBe(false);
  await model.close();
  expect(readFileSync(join(directory.path, 'read-model.sha256'), 'utf8')).toMatch(/^[0-9a-f]{64}$/);
});

const flip = (file: string): void => {
  const bytes = readFileSync(file);
  const at = bytes.indexOf('城东甲面馆');
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};
