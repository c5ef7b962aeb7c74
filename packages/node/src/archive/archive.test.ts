import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { decodeEntryBundle, leafHash, nodeHash, parseCheckpoint, rootFromReader, vkeyOf } from '@minglu/protocol';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fsck } from '../check/fsck.ts';
import { replayDirectory } from '../check/replay-directory.ts';
import type { LedgerNode } from '../ledger-node.ts';
import type { NodeOptions } from '../node-options.ts';
import { openNode } from '../open/open-node.ts';
import { StubWitness } from '../testing/stub-witness.ts';
import {
  ageContract,
  applications,
  CHAIN,
  foundingTransactions,
  genesis,
  logSigner,
  START,
} from '../testing/test-town.ts';
import { backup, exportLog, restore } from './archive.ts';

const logVkey = vkeyOf(CHAIN, 'log', logSigner.publicKey);
const founding = await foundingTransactions();
let folder = '';
const running: LedgerNode[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-archive-'));
});
afterEach(async () => {
  for (const node of running.splice(0)) await node.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function open(name: string, overrides: Partial<NodeOptions> = {}): Promise<LedgerNode> {
  const node = await openNode({
    directory: join(folder, name),
    genesis,
    genesisTransactions: founding,
    signer: logSigner,
    clock: { nowMs: () => START + 5, setTimer: () => () => {} },
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
    ...overrides,
  });
  running.push(node);
  return node;
}

async function submit(node: LedgerNode, count: number) {
  return Promise.all((await applications(count)).map(({ jws, sidecar }) => node.submit(jws, sidecar)));
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited++) {
    if (waited > 400) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a backup', () => {
  it('taken while deeds come in is whole, and a node goes on from it', async () => {
    const node = await open('busy');
    const before = await submit(node, 50);
    const load = Promise.all([submit(node, 60), submit(node, 60)]);
    const report = await node.backup(join(folder, 'copy'));
    await load;
    expect(report.size).toBeGreaterThanOrEqual(before.length);
    await restore({ source: join(folder, 'copy'), target: join(folder, 'back') });
    const checked = await fsck({
      directory: join(folder, 'back'),
      genesis,
      logKeys: [logVkey],
      witnesses: [],
      contracts: ageContract,
      threads: 1,
    });
    expect(checked).toMatchObject({ ok: true, records: report.size });
    const restored = await open('back');
    expect(restored.status().size).toBe(report.size);
    for (const { id, index } of before) expect(await restored.find(id)).toMatchObject({ index });
    expect((await submit(restored, 1))[0]?.height).toBe(restored.status().height);
  });

  it('of a node that was killed has the blocks that only its journal had', async () => {
    const witness = await StubWitness.start('keeper.example/killed', logVkey);
    const options = { witnesses: [witness.address], limits: { flushTransactions: 1_000 } };
    const node = await open('killed', options);
    const answered = await submit(node, 5);
    await until(() => witness.size === node.status().size);
    const { size } = node.status();
    await cp(join(folder, 'killed'), join(folder, 'dead'), {
      recursive: true,
      filter: (path) => !basename(path).startsWith('lock'),
    });
    await node.close();
    const report = await backup({ source: join(folder, 'dead'), target: join(folder, 'dead-copy') });
    expect(report.size).toBe(size);
    await restore({ source: join(folder, 'dead-copy'), target: join(folder, 'risen') });
    // The witness has seen these blocks: a copy that lacked them would not be let sign.
    const risen = await open('risen', options);
    expect(risen.status().size).toBe(size);
    for (const { id, index } of answered) expect(await risen.find(id)).toMatchObject({ index });
    await witness.stop();
  });

  it('is not restored over anything', async () => {
    const node = await open('full');
    await submit(node, 1);
    await node.backup(join(folder, 'full-copy'));
    const over = restore({ source: join(folder, 'full-copy'), target: join(folder, 'full') });
    await expect(over).rejects.toMatchObject({ code: 'directory-not-empty' });
  });

  it('of yesterday does not sign a second history: the witness remembers today', async () => {
    const witness = await StubWitness.start('keeper.example/w', logVkey);
    const node = await open('today', { witnesses: [witness.address] });
    await submit(node, 3);
    await node.backup(join(folder, 'yesterday'));
    await submit(node, 3);
    await until(() => witness.size === node.status().size);
    await node.close();
    await restore({ source: join(folder, 'yesterday'), target: join(folder, 'restored') });
    const requests = open('restored', { witnesses: [witness.address] });
    await expect(requests).rejects.toMatchObject({
      code: 'second-history',
      facts: { witness: 'keeper.example/w', witnessSize: witness.size },
    });
    await witness.stop();
  });
});

describe('a directory', () => {
  it('whose state was dropped is made again from the log, with the same roots', async () => {
    const node = await open('derived');
    await submit(node, 40);
    const [before] = await submit(node, 1);
    const { stateRoot } = node.read('protocol');
    await node.close();
    await rm(join(folder, 'derived', 'state'), { recursive: true });
    const again = await open('derived');
    expect(again.read('protocol').stateRoot).toEqual(stateRoot);
    expect(await again.find(before?.id ?? '')).toMatchObject({ index: before?.index });
    expect(again.metrics().counters.recovered_blocks).toBeGreaterThan(0);
  });

  it('is open to one process only', async () => {
    await open('single');
    await expect(open('single')).rejects.toMatchObject({ code: 'directory-locked' });
  });

  it('is not gone on with under another log key', async () => {
    const node = await open('keyed');
    await submit(node, 1);
    await node.close();
    const { nativeSigner } = await import('../crypto/native-signer.ts');
    const other = open('keyed', { signer: nativeSigner('Ed25519', new Uint8Array(32).fill(9)) });
    await expect(other).rejects.toMatchObject({ code: 'log-key-differs' });
  });

  it('replays to the roots it recorded', async () => {
    const node = await open('replayed');
    await submit(node, 30);
    const { stateRoot } = node.read('protocol');
    await node.close();
    const report = await replayDirectory({ directory: join(folder, 'replayed'), genesis, contracts: ageContract });
    expect(report).toMatchObject({ ok: true, transactions: 37, stateRoot });
    // A contract that decides otherwise is not the one that decided then.
    const other = { run: () => JSON.stringify({ decision: 'propose', trace: [] }) };
    const differing = await replayDirectory({ directory: join(folder, 'replayed'), genesis, contracts: other });
    expect(differing.ok).toBe(false);
  });
});

describe('an export', () => {
  it('is a static log that its files alone prove, and holds nothing else', async () => {
    const node = await open('public');
    await submit(node, 60);
    await Promise.all(Array.from({ length: 5 }, () => submit(node, 60)));
    await node.close();
    const target = join(folder, 'static');
    await exportLog({ source: join(folder, 'public'), target, trustFile: '{}' });
    const { size, root } = parseCheckpoint(await readFile(join(target, 'checkpoint'), 'utf8'));
    const leaves: Uint8Array[] = [];
    for (let bundle = 0; bundle * 256 < size; bundle++) {
      const width = Math.min(256, size - bundle * 256);
      const name = `00${bundle}${width === 256 ? '' : `.p/${width}`}`;
      for (const entry of decodeEntryBundle(await readFile(join(target, 'tile', 'entries', name)))) {
        leaves.push(leafHash(entry));
      }
    }
    const hashes = (level: number, index: number): Uint8Array =>
      level === 0
        ? (leaves[index] as Uint8Array)
        : nodeHash(hashes(level - 1, index * 2), hashes(level - 1, index * 2 + 1));
    expect(leaves).toHaveLength(size);
    expect(rootFromReader(size, hashes)).toEqual(root);
    expect((await readdir(target)).sort()).toEqual(['checkpoint', 'tile', 'trust.json']);
  });
});
