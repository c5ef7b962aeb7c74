import { spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NamedTest, Removal } from './read-removals.ts';

/**
 * `red`: the test failed, as it should · `green`: it passed without the control · `none`: it did not run, or the file
 * could not be read, which shows nothing.
 */
export type Colour = 'red' | 'green' | 'none';

interface Assertion {
  readonly fullName: string;
  readonly status: string;
}

const TIMEOUT_MS = 240_000;

/** Takes the control out of the copy, asks each of its tests, and puts it back. */
export async function runRemoval(tree: string, { tests, file, right, wrong }: Removal): Promise<readonly Colour[]> {
  const path = join(tree, file);
  const whole = readFileSync(path, 'utf8');
  const parts = whole.split(right);
  if (parts.length !== 2) return tests.map(() => 'none');
  writeFileSync(path, parts.join(wrong));
  try {
    const asserted = new Map<string, readonly Assertion[]>();
    for (const testFile of new Set(tests.map((one) => one.path)))
      asserted.set(
        testFile,
        await runTests(
          tree,
          tests.filter((one) => one.path === testFile),
        ),
      );
    return tests.map((one) => colourOf(asserted.get(one.path) ?? [], one));
  } finally {
    writeFileSync(path, whole);
  }
}

/** Of each test, whether it passes in the copy as it is: one that does not says nothing when a control is gone. */
export async function runUntouched(tree: string, tests: readonly NamedTest[]): Promise<readonly NamedTest[]> {
  const sound: NamedTest[] = [];
  for (const path of new Set(tests.map((one) => one.path))) {
    const own = tests.filter((one) => one.path === path);
    const asserted = await runTests(tree, own);
    sound.push(...own.filter((one) => colourOf(asserted, one) === 'green'));
  }
  return sound;
}

function colourOf(assertions: readonly Assertion[], { words }: NamedTest): Colour {
  const title = patternOf(words);
  const ran = assertions.filter(({ fullName, status }) => title.test(fullName) && /^(passed|failed)$/.test(status));
  if (ran.length === 0) return 'none';
  return ran.some(({ status }) => status === 'failed') ? 'red' : 'green';
}

/** A title of a table has places for what is put in. */
function patternOf(words: string): RegExp {
  const escaped = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(escaped.replaceAll(/%[sjidf]/g, '.*'));
}

async function runTests(tree: string, tests: readonly NamedTest[]): Promise<readonly Assertion[]> {
  const report = join(tree, '.removal.json');
  rmSync(report, { force: true });
  const names = tests.map(({ words }) => patternOf(words).source).join('|');
  const program = join(tree, 'node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', tests[0]?.path ?? '', '-t', names, '--reporter=json', `--outputFile=${report}`];
  const child = spawn(process.execPath, [program, ...args], { cwd: tree, stdio: 'ignore' });
  const late = setTimeout(() => child.kill('SIGKILL'), TIMEOUT_MS);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(late);
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
      readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[];
    };
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    return [];
  }
}
