import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countRed } from './format-table.ts';
import { readRemovals } from './read-removals.ts';
import { readRequirements } from './read-requirements.ts';
import { formatResults, readResults } from './removal-results.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const removals = readRemovals(read('tools/asvs/removals.txt'));
const results = readResults(read('tools/asvs/removal-results.txt'));

test('each control that is taken away stands in its file once', () => {
  const lost = removals.filter(
    ({ file, right }) => !existsSync(new URL(file, ROOT)) || read(file).split(right).length !== 2,
  );
  expect(lost.map(({ file, right }) => `${file}: ${right}`)).toEqual([]);
});

test('each is named for a test that a requirement rests on, and nothing is said of any other', () => {
  const links = new Set(
    readRequirements(read('tools/asvs/requirements.txt')).flatMap(({ evidence }) =>
      evidence.map(({ path, words }) => `${path} # ${words}`),
    ),
  );
  const named = removals.flatMap(({ tests }) => tests.map(({ path, words }) => `${path} # ${words}`));
  expect(named.filter((name) => !links.has(name))).toEqual([]);
  expect([...results.keys()].filter((name) => !named.includes(name))).toEqual([]);
});

test('no test was seen to pass without its control', () => {
  expect([...results].filter(([, colour]) => colour !== 'red')).toEqual([]);
});

test('three links of four are tests that were seen to fail without their control', () => {
  const requirements = readRequirements(read('tools/asvs/requirements.txt'));
  const links = requirements.flatMap(({ evidence }) => evidence).length;
  expect(countRed(requirements, results) / links).toBeGreaterThanOrEqual(0.75);
});

test('results are read as they were written', () => {
  expect(formatResults(results)).toBe(read('tools/asvs/removal-results.txt'));
});
