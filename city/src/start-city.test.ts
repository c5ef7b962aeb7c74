import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, DepartmentClient } from '@minglu/sdk';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CityOptions } from './city-options.ts';
import { DEPARTMENTS, PROCESSES, WITNESSES } from './seed/organisations.ts';
import { type RunningCity, startCity } from './start-city.ts';
import { quietPort } from './testing/quiet-port.ts';

let directory: string;
let lines: string[];
let city: RunningCity | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'city-'));
  lines = [];
});

afterEach(async () => {
  await city?.close();
  await rm(directory, { recursive: true });
});

/** Each start is at other ports than the one before. */
let starts = 0;

async function options(): Promise<CityOptions> {
  starts += 1;
  return {
    directory,
    firstPort: quietPort(process.pid + starts),
    lanAddress: undefined,
    empty: false,
    portalDirectory: undefined,
    program: resolve(import.meta.dirname, '..', '..', 'packages', 'cli', 'src', 'main.ts'),
    env: process.env,
    pid: process.pid,
    clock: () => Date.now(),
    randomBytes: (length) => randomBytes(length),
    print: (line) => lines.push(line),
  };
}

async function start(more: Partial<CityOptions> = {}): Promise<RunningCity> {
  city = await startCity({ ...(await options()), ...more });
  return city;
}

async function licences(url: string) {
  const client = new Client({ baseUrl: url });
  const rows = async () => (await client.get('/api/licences', {})).licences;
  await expect.poll(async () => (await rows()).length).toBe(5);
  return (await rows()).map(({ number, status }) => ({ number, status }));
}

test('a city starts with its cases, comes back with the same at other ports, and a dead department with it', async () => {
  const first = await start();
  const before = await licences(first.url);
  expect(before.filter(({ status }) => status === 'suspended')).toHaveLength(1);
  expect(await readdir(join(directory, 'witness-1'))).toContain('key');
  await first.close();
  expect(first.children().every(({ state }) => state === 'stopped')).toBe(true);
  expect(await readFile(join(directory, 'monitor', 'state.json'), 'utf8')).toContain('stopped');

  const second = await start();
  expect(await licences(second.url)).toEqual(before);
  const { departments } = await new Client({ baseUrl: second.url }).get('/api/city', {});
  expect(departments.map(({ endpoint }) => endpoint).sort()).toEqual([...second.departments].sort());

  const name = `departments-${DEPARTMENTS[0]!.id}`;
  const child = second.children().find((one) => one.name === name)!;
  process.kill(child.pid!, 'SIGKILL');
  await expect.poll(() => lines.some((line) => line.includes(name) && line.includes('restarting'))).toBe(true);
  const processes = async () => (await new Client({ baseUrl: second.url }).get('/api/city', {})).processes;
  const shown = async () => (await processes()).find((one) => one.name === name);
  expect((await processes()).map(({ kind }) => kind).sort()).toEqual([
    ...Array(PROCESSES.length).fill('department'),
    'identity',
    'monitor',
    'time-stamp',
    ...Array(WITNESSES.length).fill('witness'),
  ]);
  expect(await shown()).toMatchObject({ state: 'restarting', restarts: 1, lastEnd: 'SIGKILL', troubles: [] });
  const door = new DepartmentClient(second.departments[0]!);
  await expect
    .poll(
      () =>
        door.about().then(
          () => true,
          () => false,
        ),
      { timeout: 10_000 },
    )
    .toBe(true);
  await expect.poll(shown).toMatchObject({ state: 'running', restarts: 1, lastEnd: 'SIGKILL' });
}, 120_000);

test('a bare node has nobody in it, and a second process on its folder is refused', async () => {
  const bare = await start({ empty: true });
  expect(await new Client({ baseUrl: bare.url }).get('/api/city', {})).toMatchObject({ demo: false, departments: [] });
  expect(bare.children().map(({ name }) => name)).toEqual(['witness-1', 'witness-2', 'monitor']);
  await expect(startCity({ ...(await options()), pid: process.ppid })).rejects.toMatchObject({
    code: 'already-running',
  });
}, 60_000);

test('a folder with an earlier demonstration, whose organisations were others, is left as it is', async () => {
  const before = {
    chain: 'minglu.example/city',
    foundedAt: 1,
    protocol: 2,
    witnesses: {},
    founded: true,
    seeded: true,
  };
  await writeFile(join(directory, 'city.json'), JSON.stringify(before));
  await expect(startCity(await options())).rejects.toMatchObject({ code: 'city-of-another-world' });
  expect(JSON.parse(await readFile(join(directory, 'city.json'), 'utf8'))).toEqual(before);
}, 60_000);
