import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OutcomeTable } from './testing/run-corpus.ts';

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const expected = JSON.parse(readFileSync(path('./testing/outcomes.json'), 'utf8')) as OutcomeTable;

/** The Node that `node` means on this machine: where it is another version than this one, the corpus runs on it too. */
const otherNode = execFileSync('node', ['--version'], { encoding: 'utf8' }).trim();

/** What the corpus may make a whole process take: Node, the texts, and three memories of 16 MB. */
const MAX_RSS_KB = 400_000;

interface Report {
  readonly node: string;
  readonly maxRssKb: number;
  readonly table: OutcomeTable;
}

describe('hostile contracts elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minglu-corpus-'));
  const program = join(folder, 'corpus.mjs');

  beforeAll(async () => {
    await build({
      entryPoints: [path('./testing/corpus-report.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // The bundle stands elsewhere; the engine's file is looked for from here.
      define: { 'import.meta.url': JSON.stringify(import.meta.url) },
    });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (node: string, flags: readonly string[] = [], env?: Readonly<Record<string, string>>): Report =>
    JSON.parse(execFileSync(node, [...flags, program], { encoding: 'utf8', maxBuffer: 1e8, env })) as Report;

  const small = ['--stack-size=350'];
  const large = ['--stack-size=3000'];
  it.each([
    ['a third of the usual stack, in Shanghai', small, { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' }],
    ['three times the usual stack, in New York', large, { TZ: 'America/New_York', LC_ALL: 'tr_TR.UTF-8' }],
    ['code that is never optimised', ['--liftoff-only'], {}],
    ['code that is always optimised', ['--no-liftoff'], {}],
  ])('end the same with %s, within the cap of memory', (_name, flags, env) => {
    const { table, maxRssKb } = run(process.execPath, flags, env);
    expect(table).toEqual(expected);
    expect(maxRssKb).toBeLessThan(MAX_RSS_KB);
  });

  it.skipIf(otherNode === process.version)(`end the same on Node ${otherNode}`, () => {
    const { node, table } = run('node');
    expect(node).not.toBe(process.version);
    expect(table).toEqual(expected);
  });
});
