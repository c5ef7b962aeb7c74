import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DraftKeys } from './draft-keys.ts';

const DAY_MS = 86_400_000;
let directory: string;
let nowMs = 0;
const open = () => new DraftKeys(directory, () => nowMs);
const offer = (fill: string, service = 'shop') => ({ service, slot: fill.repeat(43), key: fill.repeat(43) });

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'drafts-'));
  nowMs = DAY_MS * 100;
});
afterEach(() => rm(directory, { recursive: true, force: true }));

test('two devices that begin at once get one place, and so does one that comes after a restart', async () => {
  const keys = open();
  const both = await Promise.all([keys.open('wang', offer('a')), keys.open('wang', offer('b'))]);
  expect(both.map(({ slot }) => slot)).toEqual([offer('a').slot, offer('a').slot]);
  expect(await open().open('wang', offer('c'))).toMatchObject(offer('a'));
});

test('nobody is told of another person’s drafts, and no name stands in the folder', async () => {
  await open().open('wang', offer('a'));
  expect(await open().list('chen')).toEqual([]);
  const [file = ''] = await readdir(join(directory, 'drafts'));
  expect(file).toMatch(/^[0-9a-f]{32}\.json$/);
  expect(await readFile(join(directory, 'drafts', file), 'utf8')).not.toContain('wang');
  expect((await stat(join(directory, 'drafts', file))).mode & 0o077).toBe(0);
});

test('a place is forgotten by its name, after thirty days, and never in favour of a newer one', async () => {
  const keys = open();
  await keys.open('wang', offer('a'));
  await keys.forget('wang', offer('b').slot);
  expect(await keys.list('wang')).toHaveLength(1);
  await keys.forget('wang', offer('a').slot);
  expect(await keys.list('wang')).toEqual([]);
  await keys.open('wang', offer('b'));
  nowMs += 30 * DAY_MS;
  expect(await keys.list('wang')).toEqual([]);
  expect(await keys.open('wang', offer('c'))).toMatchObject(offer('c'));
});

test('a person has a bounded number of places: the oldest goes', async () => {
  const keys = open();
  for (let at = 0; at < 25; at += 1) await keys.open('wang', offer('a', `service-${at}`));
  const services = (await keys.list('wang')).map(({ service }) => service);
  expect(services).toHaveLength(20);
  expect(services).not.toContain('service-0');
});

test('a damaged file is said to be damaged, not taken for "no drafts"', async () => {
  await open().open('wang', offer('a'));
  const [file = ''] = await readdir(join(directory, 'drafts'));
  await writeFile(join(directory, 'drafts', file), 'no json');
  await expect(open().list('wang')).rejects.toMatchObject({ code: 'register-damaged' });
});
