import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vkeyOf } from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNode } from '../open/open-node.ts';
import {
  ageContract,
  applications,
  CHAIN,
  foundingTransactions,
  genesis,
  logSigner,
  START,
} from '../testing/test-town.ts';
import { fsck } from './fsck.ts';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-fsck-test-'));
  const node = await openNode({
    directory,
    genesis,
    genesisTransactions: await foundingTransactions(),
    signer: logSigner,
    clock: { nowMs: () => START + 5, setTimer: () => () => {} },
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
    limits: { maxBlockTransactions: 32 },
  });
  for (let round = 0; round < 5; round++) {
    await Promise.all((await applications(60)).map(({ jws, sidecar }) => node.submit(jws, sidecar)));
  }
  await node.close();
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const check = (hashesOnly = true) =>
  fsck({
    directory,
    genesis,
    logKeys: [vkeyOf(CHAIN, 'log', logSigner.publicKey)],
    witnesses: [],
    hashesOnly,
    contracts: ageContract,
    threads: 1,
  });

async function withByteFlipped<Result>(file: string, offset: number, look: () => Promise<Result>): Promise<Result> {
  const path = join(directory, file);
  const bytes = await readFile(path);
  const changed = Buffer.from(bytes);
  changed[offset] = (changed[offset] ?? 0) ^ 0x10;
  await writeFile(path, changed);
  try {
    return await look();
  } finally {
    await writeFile(path, bytes);
  }
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(join(directory, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
}

describe('fsck', () => {
  it('finds nothing in what a node wrote, and decides all of it again', async () => {
    const report = await check(false);
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ ok: true, signatures: 300 + 7, undecided: 0 });
    expect(report.records).toBeGreaterThan(300);
  });

  it('finds a flipped byte anywhere in bundles, tiles, tail, sidecars and checkpoints', async () => {
    const files = [...(await filesBelow('log')), 'checkpoints.jsonl'];
    expect(files.some((file) => file.includes('entries'))).toBe(true);
    expect(files.some((file) => file.includes('sidecars'))).toBe(true);
    for (const file of files) {
      const { length } = await readFile(join(directory, file));
      for (const part of [0, 0.13, 0.5, 0.77, 0.999]) {
        const offset = Math.floor(part * length);
        const report = await withByteFlipped(file, offset, () => check());
        expect({ file, offset, ok: report.ok }).toEqual({ file, offset, ok: false });
      }
    }
  });

  it('names the record whose entry was changed', async () => {
    const report = await withByteFlipped(join('log', 'tile', 'entries', '000'), 5_000, () => check());
    expect(report.findings.some(({ index }) => index !== undefined && index < 8)).toBe(true);
  });

  it('refuses a directory in which a node is running', async () => {
    const node = await openNode({
      directory,
      genesis,
      genesisTransactions: [],
      signer: logSigner,
      clock: { nowMs: () => START + 5, setTimer: () => () => {} },
      contracts: ageContract,
      witnesses: [],
      verifyThreads: 1,
    });
    await expect(check()).rejects.toMatchObject({ code: 'directory-locked' });
    await node.close();
  });
});
