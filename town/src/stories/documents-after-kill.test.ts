import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { type FSWatcher, watch } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEPARTMENTS, documentSettings, type FiledCase } from '@minglu/city';
import { documentKey, formatStrictJson, type JsonObject } from '@minglu/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTown } from '../start-town.ts';
import type { Town } from '../town.ts';
import { smallShop } from './small-shop.ts';

const MINGLU = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url));
const ORGAN = 'market-regulation';
const CASES = 8;
/** For a process of its own on a machine that runs every other test too. */
const PATIENCE = { timeout: 40_000, interval: 50 };

let town: Town;
let folder: string;
let child: ChildProcess | undefined;

beforeAll(async () => {
  town = await startTown({ clock: 'running' });
  folder = join(town.directory, 'another-department');
  await mkdir(join(folder, 'documents', 'files'), { recursive: true });
  // The department's own keys: the platform gives sealed papers to nobody else, and lists for nobody else.
  await copyFile(join(town.directory, 'departments', ORGAN, 'keys.json'), join(folder, 'keys.json'));
  const department = DEPARTMENTS.find(({ id }) => id === ORGAN);
  if (department === undefined) throw new RangeError(ORGAN);
  const documents = documentSettings(
    { portalUrl: town.url, timeStampUrl: town.timeStampUrl },
    department,
  ) as unknown as JsonObject;
  const platform = { url: town.url, logKeys: [town.logKey], pollMs: 20 };
  const configuration = { id: ORGAN, name: department.name, chain: town.chain, portalOrigins: [town.url] };
  await writeFile(join(folder, 'config.json'), formatStrictJson({ ...configuration, platform, documents }));
}, 60_000);

afterAll(async () => {
  child?.kill('SIGKILL');
  await town?.close();
});

async function start(): Promise<void> {
  child = fork(MINGLU, ['department', folder], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  await once(child, 'message');
}

interface Line {
  readonly key: string;
  readonly case: string;
  readonly file: string;
  readonly digest: string;
  readonly serial: number;
}

async function lines(): Promise<Line[]> {
  const text = await readFile(join(folder, 'documents', 'documents.jsonl'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Line);
}

/** Lets the process run until something happens to a file that `hits`, and kills it in that very moment (SIGKILL). */
async function runUntil(place: string, hits: (name: string) => boolean): Promise<void> {
  const before = (await lines()).length;
  const running = start();
  let watcher: FSWatcher | undefined;
  const gone = new Promise<void>((resolve) => {
    watcher = watch(join(folder, place), (_, name) => {
      if (name !== null && hits(name)) child?.kill('SIGKILL');
    });
    void running.then(() => child?.once('exit', () => resolve())).catch(() => resolve());
    child?.once('exit', () => resolve());
  });
  await gone;
  watcher?.close();
  expect((await lines()).length - before).toBeLessThan(CASES);
}

test('a department killed while a document’s file is written, before its line, after it and before it is listed makes each document once', async () => {
  const filed: FiledCase[] = [];
  for (let at = 0; at < CASES; at += 1) filed.push(await town.citizen('wang').applyFor(smallShop(`第${at}家茶馆`)));
  const half = (name: string) => name.endsWith('.new');
  const whole = (name: string) => name.endsWith('.pdf');
  await runUntil(join('documents', 'files'), half);
  await runUntil(join('documents', 'files'), whole);
  await runUntil('documents', (name) => name === 'documents.jsonl');
  const cut = await lines();
  expect(cut.length).toBeLessThan(CASES);
  await start();
  await expect.poll(async () => (await lines()).length, PATIENCE).toBe(CASES);
  const made = await lines();
  expect(made.slice(0, cut.length)).toEqual(cut);
  expect(made.map((line) => line.case).sort()).toEqual(filed.map(({ id }) => id).sort());
  expect(made.map(({ serial }) => serial)).toEqual(made.map((_, at) => at + 1));
  const files = await readdir(join(folder, 'documents', 'files'));
  expect(files.filter((name) => name.endsWith('.pdf')).sort()).toEqual(made.map(({ file }) => file).sort());
  for (const { file, digest } of made) {
    const bytes = await readFile(join(folder, 'documents', 'files', file));
    expect(createHash('sha256').update(bytes).digest('base64url')).toBe(digest);
  }
  const isListed = async ({ digest }: Line) =>
    (await town.client.get('/api/state', { key: documentKey(digest) })).value !== null;
  await expect.poll(async () => (await Promise.all(made.map(isListed))).every(Boolean), PATIENCE).toBe(true);
}, 180_000);
