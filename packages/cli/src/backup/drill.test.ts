import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Citizen, OFFICES, Officer, type RunningCity, type Stage, startCity } from '@minglu/city';
import { Client, DepartmentClient } from '@minglu/sdk';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { runCommand } from '../run-command.ts';
import { paperPower } from '../testing/paper-power.ts';
import { pathsUnder } from './manifest.ts';

const [OFFICE] = OFFICES;
const ORIGIN = 'minglu.example/city';

let directory: string;
let city: RunningCity | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'drill-'));
});

afterEach(async () => {
  await city?.close();
  await rm(directory, { recursive: true });
});

async function start(name: string, firstPort: number): Promise<Stage> {
  city = await startCity({
    directory: join(directory, name),
    firstPort,
    lanAddress: undefined,
    empty: false,
    portalDirectory: undefined,
    program: resolve(import.meta.dirname, '..', 'main.ts'),
    env: process.env,
    pid: process.pid,
    clock: () => Date.now(),
    randomBytes: (length) => randomBytes(length),
    print: () => undefined,
  });
  const client = new Client({ baseUrl: city.url });
  // The list follows the ledger by a moment.
  const departments = await vi.waitUntil(async () => {
    const known = (await client.get('/api/city', {})).departments;
    return known.length > 5 ? known : undefined;
  }, 10_000);
  return {
    chain: ORIGIN,
    client,
    departments: Object.fromEntries(departments.map(({ id, endpoint }) => [id, new DepartmentClient(endpoint)])),
    clock: () => Date.now(),
    randomBytes: (length) => randomBytes(length),
  };
}

async function minglu(...args: string[]): Promise<{ code: number; said: string }> {
  const power = paperPower(...args);
  const code = await runCommand({ ...power, pid: process.pid });
  return { code, said: [...power.printed, ...power.warned].join('\n') };
}

/** As the office of the district has them. */
async function messagesOf(stage: Stage, officer: string, organ: string, id: string) {
  const door = stage.departments[organ]!;
  const { token } = await door.demoSignIn(officer);
  return await door.messagesForOfficer(token, id);
}

/** Patterns of `docs/formats.md`, "A city's folder": what stands in the first column of its table. */
function listedPaths(): RegExp[] {
  const page = readFileSync(resolve(import.meta.dirname, '../../../../docs/formats.md'), 'utf8');
  const [, section = ''] = page.split('## A city');
  const [table = ''] = section.split('\n## ');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  const paths = rows.flatMap((row) =>
    [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, path = '']) => path),
  );
  return paths.map((path) => {
    const escaped = path.replaceAll('.', '\\.').replaceAll('<file>', '.+');
    return new RegExp(`^${escaped.replaceAll(/<[^>]+>/g, '[^/]+')}$`);
  });
}

test('a city is sealed into a backup, its machine is lost, it starts from it on another, and a case goes on', async () => {
  const { region, organ } = OFFICE!;
  const before = await start('city', 21_000 + (process.pid % 200) * 16);
  const photo = Uint8Array.from({ length: 900 }, (_, at) => [0xff, 0xd8, 0xff][at] ?? at % 251);
  const filed = await new Citizen(before, 'wang').applyFor({
    ...{ service: 'individual-business', tradeName: '还原书屋', scope: ['5243'], region, operator: '王秀英' },
    ...{ manual: true, photos: [photo] },
  });
  await expect.poll(async () => (await messagesOf(before, 'li', organ, filed.id)).length, { timeout: 30_000 }).toBe(1);
  const { size } = await before.client.get('/api/city', {});
  await city?.close();

  const [key, copy] = [join(directory, 'key'), join(directory, 'copy')];
  expect(await minglu('backup', '--new-key', key)).toMatchObject({ code: 0 });
  expect(await minglu('backup', join(directory, 'city'), copy, '--key', key)).toMatchObject({ code: 0 });
  const checked = await minglu('backup', '--check', copy, '--key', key);
  expect(checked).toMatchObject({ code: 0, said: expect.stringContaining(`${size}`) });
  expect(checked.said).toContain('witness-1/origins/');
  expect(checked.said).toContain('follow/position.json');
  await rm(join(directory, 'city'), { recursive: true });
  expect(await minglu('restore', copy, join(directory, 'new'), '--key', key)).toMatchObject({ code: 0 });
  expect(await minglu('fsck', join(directory, 'new'), '--hashes')).toMatchObject({ code: 0 });

  const after = await start('new', 25_000 + (process.pid % 200) * 16);
  expect((await after.client.get('/api/city', {})).size).toBeGreaterThanOrEqual(size);
  const [first] = await messagesOf(after, 'li', organ, filed.id);
  await new Officer(after, 'li', organ).decide(filed.id, 'grant');
  const messages = () => messagesOf(after, 'li', organ, filed.id);
  // One more and no other twice: the department goes on where its own record ended.
  await expect.poll(async () => (await messages()).length, { timeout: 30_000 }).toBe(2);
  expect(await messages()).toContainEqual(first);
  const { events } = await after.client.get('/api/cases/{id}/events', { id: filed.id });
  expect(events.map(({ name }) => name)).toContain('case.granted');
  await city?.close();
  expect(await minglu('fsck', join(directory, 'new'), '--hashes')).toMatchObject({ code: 0 });

  const listed = listedPaths();
  const files = await pathsUnder(join(directory, 'new'));
  expect(files.filter((path) => !listed.some((pattern) => pattern.test(path)))).toEqual([]);

  await appendFile(join(copy, 'keys.json'), '!');
  const damaged = await minglu('backup', '--check', copy, '--key', key);
  expect(damaged).toMatchObject({ code: 1, said: expect.stringContaining('backup-damaged') });
}, 120_000);
