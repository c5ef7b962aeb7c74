import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cityWithoutHistory } from './play-year.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'launch-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

it('a city that starts in a folder without a history is given one; the later of two folders counts', () => {
  expect(cityWithoutHistory(['start', '--directory', '/nowhere', '--directory', folder])).toBe(folder);
  expect(cityWithoutHistory(['start', '--directory', '/nowhere', `--directory=${folder}`, '--host'])).toBe(folder);
  mkdirSync(join(folder, 'empty'));
  expect(cityWithoutHistory(['start', '--directory', folder])).toBe(folder);
});

it('a bare node, another command and a question for help play nothing', () => {
  expect(cityWithoutHistory(['start', '--directory', folder, '--empty'])).toBeUndefined();
  expect(cityWithoutHistory(['start', '--directory', folder, '--help'])).toBeUndefined();
  expect(cityWithoutHistory(['fsck', folder])).toBeUndefined();
});

it.each(['city.json', 'year.json', '.year'])('what has a %s has its history already', (name) => {
  writeFileSync(join(folder, name), '{}');
  expect(cityWithoutHistory(['start', '--directory', folder])).toBeUndefined();
});
