import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ensureYear, wantsYear } from '../year.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bootstrap-'));
  mkdirSync(join(root, 'city/src/year'), { recursive: true });
  writeFileSync(join(root, 'city/src/year/year-roots.txt'), '');
  vi.spyOn(console, 'log').mockReturnValue();
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const cityIn = (folder: string) => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'city.json'), '{}');
};

const play = (script: string) => {
  writeFileSync(join(root, 'city/src/year/main.ts'), script);
  return ensureYear(root, process.execPath, []);
};

it('of several folders the last one is asked for a history, as the city takes the last', () => {
  const [old, fresh] = [join(root, 'old'), join(root, 'fresh')];
  cityIn(old);
  expect(wantsYear(root, ['--directory', old, '--directory', fresh])).toBe(true);
  expect(wantsYear(root, ['--directory', fresh, `--directory=${old}`])).toBe(false);
});

it('without a folder it is the usual one, and a bare node wants none', () => {
  expect(wantsYear(root, ['--host'])).toBe(true);
  expect(wantsYear(root, ['--empty'])).toBe(false);
  cityIn(join(root, '.city'));
  expect(wantsYear(root, ['--host'])).toBe(false);
});

it.each(['SIGINT', 'SIGTERM'])('a year whose playing is stopped with %s starts no city without one', async (signal) => {
  const done = join(root, 'done');
  const stopped = play(`
    process.kill(process.pid, '${signal}');
    setTimeout(() => process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(done)}, ''), 5_000);
  `);
  expect(await stopped).toBe(false);
  expect(existsSync(done)).toBe(false);
});

it('a year that was played, or could not be, lets the city start', async () => {
  expect(await play('')).toBe(true);
  expect(await play('process.exit(1)')).toBe(true);
});
