import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from '../make-bundle.ts';
import { namespaceRefusal } from './namespace.ts';
import { storyFaults } from './story-faults.ts';
import { tryBundle, unpack } from './try-bundle.ts';

const root = resolve(import.meta.dirname, '..', '..', '..', '..');
const target = { os: process.platform, cpu: process.arch };
const refusal = namespaceRefusal(process.env.PATH ?? '');

let scratch: string;
let archive: string;

// The command itself, as a person gives it; it builds the portal when that is needed.
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'minglu-archive-'));
  const out = join(scratch, 'out');
  await promisify(execFile)(process.execPath, ['bootstrap.mjs', 'bundle', '--out', out], { cwd: root });
  archive = join(out, readdirSync(out).find((name) => name.endsWith('.tar.gz')) ?? '');
}, 240_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('two builds of one tree are the same bytes', async () => {
  const second = await makeBundle(root, join(scratch, 'second'), target);
  expect(readFileSync(second.path).equals(readFileSync(archive))).toBe(true);
  expect(second.sizeBytes).toBeLessThan(120e6);
}, 120_000);

it('the hash beside the archive is what sha256sum checks', () => {
  execFileSync('sha256sum', ['--check', `${basename(archive)}.sha256`], { cwd: join(archive, '..'), stdio: 'pipe' });
});

describe('unpacked', () => {
  let folder: string;

  beforeAll(() => {
    folder = unpack(archive, mkdtempSync(join(scratch, 'unpacked-')));
  });

  const check = () => {
    const { status, stdout } = spawnSync('./minglu', ['check'], { cwd: folder, encoding: 'utf8' });
    return { status, stdout };
  };

  it('every file is listed for sha256sum, and the shipped check agrees', () => {
    execFileSync('sha256sum', ['--check', '--quiet', 'MANIFEST.sha256'], { cwd: folder, stdio: 'pipe' });
    expect(check()).toMatchObject({ status: 0 });
  });

  it('no file names the folder it was made in', () => {
    const { status, stdout } = spawnSync('grep', ['-rlF', `${root}/`, '.'], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  });

  it('there is no test, no tool of our own developers, no data and no .git; esbuild is the product’s, for `minglu service`', () => {
    const paths = (readdirSync(folder, { recursive: true }) as string[]).map((path) => `/${path}`);
    const data = /^\/((packages|services|city|tools)\/.*)?(data|\.year)(\/|$)/;
    expect(paths.filter((path) => data.test(path))).toEqual([]);
    expect(paths.filter((path) => /\/(\.git|\.city|testing|tests?)(\/|$)|\.test\./.test(path))).toEqual([]);
    const tools = ['typescript', 'vite', 'vitest', 'playwright-core', '@biomejs', '@sparticuz', 'axe-core'];
    expect(tools.filter((name) => paths.includes(`/node_modules/${name}`))).toEqual([]);
  });

  it('a changed, a missing and an added file are each named', () => {
    appendFileSync(join(folder, 'packages/ledger/src/apply-block.ts'), ' ');
    unlinkSync(join(folder, 'LICENSE'));
    writeFileSync(join(folder, 'node_modules/fastify/index.js'), '');
    const { status, stdout } = check();
    expect(status).toBe(1);
    for (const line of [
      'changed: packages/ledger/src/apply-block.ts',
      'missing: LICENSE',
      'added: node_modules/fastify/index.js',
    ]) {
      expect(stdout).toContain(line);
    }
    expect(stdout.match(/✗/g)).toHaveLength(3);
  });

  it('help names the archive’s own commands and the product’s; a mistake is answered as the product does', () => {
    const help = spawnSync('./minglu', ['help'], { cwd: folder, encoding: 'utf8' });
    expect(help).toMatchObject({ status: 0 });
    for (const words of ['./minglu check', 'minglu verify FILE']) expect(help.stdout).toContain(words);
    expect(spawnSync('./minglu', ['nonsense'], { cwd: folder })).toMatchObject({ status: 2 });
  });
});

it.skipIf(refusal !== undefined)(
  `without a network, a Node or a home, the whole story passes${refusal === undefined ? '' : ` (skipped: ${refusal})`}`,
  async () => {
    const { report, home } = await tryBundle(archive, root, mkdtempSync(join(scratch, 'story-')));
    expect(storyFaults(report)).toEqual([]);
    expect(home).toEqual([]);
  },
  260_000,
);
