import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { temporaryDirectory } from '../testing/test-read-model.ts';
import { readEvidence } from './read-evidence.ts';

let directory: ReturnType<typeof temporaryDirectory>;
let monitor: Server | undefined;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(async () => {
  directory.remove();
  await new Promise<unknown>((resolve) => (monitor === undefined ? resolve(0) : monitor.close(resolve)));
  monitor = undefined;
});

const startMonitor = async (status: number, body: string, headers: Record<string, string> = {}): Promise<string> => {
  const server = createServer((_request, answer) => answer.writeHead(status, headers).end(body));
  monitor = server;
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(0)));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/evidence`;
};

test('without a monitor there is nothing to say', async () => {
  expect(await readEvidence(undefined)).toEqual({ items: [], monitor: 'none' });
  expect(await readEvidence({ directory: join(directory.path, 'not-there') })).toEqual({ items: [], monitor: 'none' });
});

test('files are given newest name first, at most a hundred, and only those of JSON', async () => {
  for (let day = 0; day < 120; day++)
    writeFileSync(join(directory.path, `fork-${String(day).padStart(3, '0')}.json`), `{"day":${day}}`);
  writeFileSync(join(directory.path, 'zz-notes.txt'), 'not evidence');
  const { items } = await readEvidence({ directory: directory.path });
  expect(items).toHaveLength(100);
  expect(items[0]).toEqual({ name: 'fork-119.json', evidence: { day: 119 } });
  expect(items.at(-1)).toEqual({ name: 'fork-020.json', evidence: { day: 20 } });
});

test('a file that is too large, broken or a folder is named and hides no other', async () => {
  writeFileSync(join(directory.path, 'a.json'), `"${'x'.repeat(256 * 1024)}"`);
  writeFileSync(join(directory.path, 'b.json'), '{"half":');
  mkdirSync(join(directory.path, 'c.json'));
  writeFileSync(join(directory.path, 'd.json'), '[1]');
  expect((await readEvidence({ directory: directory.path })).items).toEqual([
    { name: 'd.json', evidence: [1] },
    { name: 'c.json', evidence: { unreadable: 'malformed' } },
    { name: 'b.json', evidence: { unreadable: 'malformed' } },
    { name: 'a.json', evidence: { unreadable: 'too-large' } },
  ]);
});

test.each([
  ['a list', '[{"fork":1},{"fork":2}]'],
  ['a list under its name', '{"evidence":[{"fork":1},{"fork":2}]}'],
])('a monitor that answers with %s is heard, after the files', async (_name, body) => {
  writeFileSync(join(directory.path, 'own.json'), '{}');
  const monitorUrl = await startMonitor(200, body);
  expect(await readEvidence({ directory: directory.path, monitorUrl })).toEqual({
    monitor: 'reached',
    items: [
      { name: 'own.json', evidence: {} },
      { name: 'monitor-0', evidence: { fork: 1 } },
      { name: 'monitor-1', evidence: { fork: 2 } },
    ],
  });
});

test('a monitor that has nothing to report is reached, which is not the same as silent', async () => {
  expect(await readEvidence({ monitorUrl: await startMonitor(200, '{}') })).toEqual({ items: [], monitor: 'reached' });
});

test.each<[string, number, string, Record<string, string>]>([
  ['fails', 500, '[]', {}],
  ['answers with no JSON', 200, '<html>', {}],
  ['answers with null', 200, 'null', {}],
  ['sends elsewhere', 302, '', { location: 'http://127.0.0.1:1/' }],
])('a monitor that %s is silent, and the files are shown all the same', async (_name, status, body, headers) => {
  writeFileSync(join(directory.path, 'own.json'), '{}');
  const monitorUrl = await startMonitor(status, body, headers);
  expect(await readEvidence({ directory: directory.path, monitorUrl })).toEqual({
    monitor: 'silent',
    items: [{ name: 'own.json', evidence: {} }],
  });
});

test('a monitor that is not there is silent', async () => {
  expect(await readEvidence({ monitorUrl: 'http://127.0.0.1:1/evidence' })).toMatchObject({ monitor: 'silent' });
});
