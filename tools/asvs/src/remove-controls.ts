import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { copyTree } from './copy-tree.ts';
import { formatTable } from './format-table.ts';
import { type NamedTest, readRemovals } from './read-removals.ts';
import { readRequirements } from './read-requirements.ts';
import { formatResults, readResults } from './removal-results.ts';
import { runRemoval, runUntouched } from './run-removal.ts';

// Takes every control of removals.txt away, one at a time, in a copy of the tree, and writes down which tests noticed.
// With words: only the removals that speak of them; with -words: without the tests that do. What is known of the others stays.
const root = fileURLToPath(new URL('../../../', import.meta.url));
const read = (name: string): string => readFileSync(join(root, 'tools/asvs', name), 'utf8');
const write = (name: string, text: string): void => writeFileSync(join(root, name), text);

const nameOf = ({ path, words: title }: NamedTest): string => `${path} # ${title}`;
const words = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const without = process.argv.slice(2).flatMap((word) => (word.startsWith('-') ? [word.slice(1)] : []));
const wanted = readRemovals(read('removals.txt'))
  .filter(
    ({ file, tests }) =>
      words.length === 0 || words.some((word) => [file, ...tests.map(nameOf)].some((one) => one.includes(word))),
  )
  .map((one) => ({ ...one, tests: one.tests.filter(({ path }) => !without.some((word) => path.includes(word))) }))
  .filter(({ tests }) => tests.length > 0);
const results = readResults(read('removal-results.txt'));
const tree = mkdtempSync(join(tmpdir(), 'minglu-removals-'));
try {
  copyTree(root, tree);
  const named = wanted.flatMap(({ tests }) => tests);
  const sound = new Set((await runUntouched(tree, named)).map(nameOf));
  for (const removal of wanted) {
    const colours = await runRemoval(tree, removal);
    for (const [at, test] of removal.tests.entries()) {
      const { path, words: title } = test;
      const colour = sound.has(nameOf(test)) ? (colours[at] ?? 'none') : 'none';
      results.set(`${path} # ${title}`, colour);
      console.log(`${colour.padEnd(5)} ${removal.file} → ${path} # ${title}`);
    }
    write('tools/asvs/removal-results.txt', formatResults(results));
  }
  write('docs/asvs.md', formatTable(readRequirements(read('requirements.txt')), results));
} finally {
  rmSync(tree, { recursive: true, force: true });
}
