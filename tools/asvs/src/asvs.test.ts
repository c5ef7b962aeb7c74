import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countOf, formatTable } from './format-table.ts';
import { type Evidence, readRequirements } from './read-requirements.ts';
import { readResults } from './removal-results.ts';

const ROOT = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const requirements = readRequirements(read('tools/asvs/requirements.txt'));

/** How many requirements of L1 and L2 each chapter of ASVS 5.0.0 has. */
const SIZES = {
  2: [4, 7],
  3: [8, 11],
  4: [2, 8],
  6: [13, 22],
  7: [6, 12],
  8: [4, 3],
  9: [4, 3],
  10: [5, 24],
  16: [0, 16],
};

test('every requirement of the chapters stands there once', () => {
  expect(new Set(requirements.map(({ id }) => id)).size).toBe(requirements.length);
  for (const [chapter, sizes] of Object.entries(SIZES)) {
    const own = requirements.filter(({ id }) => id.startsWith(`${chapter}.`));
    expect([chapter, ...[1, 2].map((level) => own.filter((one) => one.level === level).length)]).toEqual([
      chapter,
      ...sizes,
    ]);
  }
});

/** A title as it stands in the source, or the row of a table that a title is made of. */
function standsIn({ kind, path, words }: Evidence): boolean {
  if (!existsSync(new URL(path, ROOT))) return false;
  const text = read(path);
  if (kind === 'document') return text.includes(words);
  return path.endsWith('.test.ts') && ["'", '`', '"'].some((mark) => text.includes(`${mark}${words}${mark}`));
}

test('each test and each document that is named is there', () => {
  const missing = requirements.flatMap(({ id, evidence }) =>
    evidence.filter((one) => !standsIn(one)).map(({ path, words }) => `${id} ${path} # ${words}`),
  );
  expect(missing).toEqual([]);
});

test('what applies is held, three links of four are tests, and what is not held is said', () => {
  const { applying, held, gaps, links, testLinks } = countOf(requirements);
  expect(held + gaps).toBe(applying);
  expect(testLinks / links).toBeGreaterThanOrEqual(0.75);
  expect(gaps).toBeLessThanOrEqual(1);
  for (const { id, notFor = 'a reason', gap = 'words' } of requirements)
    expect([id, notFor.length > 5, gap.length > 4]).toEqual([id, true, true]);
});

test('docs/asvs.md is what the requirements’ file says', () => {
  expect(read('docs/asvs.md')).toBe(formatTable(requirements, readResults(read('tools/asvs/removal-results.txt'))));
});
