import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BundleError } from './bundle-error.ts';
import { type Bundle, makeBundle } from './make-bundle.ts';
import { sizesOf } from './sizes-of.ts';
import { namespaceRefusal } from './story/namespace.ts';
import { storyFaults } from './story/story-faults.ts';
import { tryBundle } from './story/try-bundle.ts';

/** A start after the first one, on the data of the one before. */
const SECOND_START_MS = 3_000;

const root = resolve(import.meta.dirname, '..', '..', '..');
const print = (line: string) => void process.stdout.write(`${line}\n`);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1).padStart(6)} MB`;
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

const { values } = parseArgs({
  options: { out: { type: 'string', default: join(root, 'dist') }, try: { type: 'boolean', default: false } },
});

try {
  const bundle = await makeBundle(root, resolve(values.out), { os: process.platform, cpu: process.arch });
  show(bundle);
  if (values.try) process.exitCode = await tryOut(bundle);
} catch (error) {
  if (!(error instanceof BundleError)) throw error;
  const { faults, ...facts } = error.facts;
  process.stderr.write(`${error.code} ${JSON.stringify(facts)}\n`);
  for (const fault of [faults ?? []].flat()) process.stderr.write(`  ${fault}\n`);
  process.exitCode = 1;
}

function show({ path, sizeBytes, files, hash, listHash }: Bundle): void {
  const unpacked = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  print(`${megabytes(sizeBytes)}  ${relative(process.cwd(), path)}`);
  print(`${megabytes(unpacked)}  解压后 unpacked, ${files.length} files; 最大的 largest:`);
  for (const part of sizesOf(files)) print(`${megabytes(part.bytes)}    ${part.part} (${part.files})`);
  print(`SHA-256  ${hash}`);
  print(`MANIFEST ${listHash}`);
}

/** Plays the story without a network; says what does not hold, or why it could not be tried. */
async function tryOut(bundle: Bundle): Promise<number> {
  const refusal = namespaceRefusal(process.env.PATH ?? '');
  if (refusal !== undefined) {
    print(`未试 NOT TRIED: ${refusal}`);
    return 1;
  }
  const scratch = mkdtempSync(join(tmpdir(), 'minglu-bundle-'));
  try {
    const { report, home } = await tryBundle(bundle.path, root, scratch);
    const { first, second, moved, empty } = report.startMs;
    print(`首次启动 first start ${seconds(first)}, 再次 second ${seconds(second)}`);
    print(`换到新版本后 after moving the data ${seconds(moved)}, 裸节点 bare ${seconds(empty)}`);
    const slow = second > SECOND_START_MS ? [`a second start took ${seconds(second)}`] : [];
    const faults = [...storyFaults(report), ...slow, ...home.map((name) => `${name} was left in the home folder`)];
    for (const fault of faults) print(`✗ ${fault}`);
    if (faults.length === 0) print('✓ 断网走完全程 the whole story passes without a network');
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
