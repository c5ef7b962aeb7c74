import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fsck } from '@minglu/node';
import {
  ageContract,
  applications,
  CHAIN,
  foundingTransactions,
  genesis,
  logSigner,
  START,
} from '@minglu/node/testing';
import { verifyReceipt, vkeyOf } from '@minglu/protocol';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { encodeBundle } from '../bundle/bundle.ts';
import { newPlayedChain, type PlayedChain } from '../testing/played-engine.ts';
import { openPlayedTown, type PlayedTown } from '../testing/played-town.ts';

const founding = await foundingTransactions();
const folder = await mkdtemp(join(tmpdir(), 'minglu-app-'));
const open: PlayedTown[] = [];
let towns = 0;

afterEach(async () => {
  for (const { node } of open.splice(0)) await node.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function start(chain: PlayedChain = newPlayedChain(), where = `town-${++towns}`): Promise<PlayedTown> {
  const town = await openPlayedTown(join(folder, where), chain, founding);
  open.push(town);
  await town.engine.ready.promise;
  return town;
}

async function stop(town: PlayedTown): Promise<void> {
  open.splice(open.indexOf(town), 1);
  await town.node.close();
}

const logKeys = [vkeyOf(CHAIN, 'log', logSigner.publicKey)];
const trust = {
  version: 1,
  origin: CHAIN,
  logKeys,
  witnesses: [],
  threshold: 0,
};

/** Submits, lets the engine take what comes, and decides it. */
async function submit(town: PlayedTown, count: number, timeMs: number) {
  const sent = await applications(count);
  const results = Promise.all(sent.map(({ jws, sidecar }) => town.node.submit(jws, sidecar)));
  await until(() => town.engine.waiting.length > 0);
  const appHash = await town.engine.decide(timeMs);
  return { sent, results: await results, appHash };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited++) {
    if (waited > 400) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const rootIn = (checkpoint: string) => Buffer.from(checkpoint.split('\n')[2] ?? '', 'base64').toString('hex');

describe('the ledger behind an engine', () => {
  it('gives each transaction of a bundle its own outcome and receipt, under the root the engine agreed on', async () => {
    const town = await start();
    const { results, appHash } = await submit(town, 5, START + 10);
    for (const { receipt, id } of results) {
      expect((await verifyReceipt(receipt, { trust })).transaction.id).toBe(id);
    }
    expect(new Set(results.map(({ height }) => height))).toEqual(new Set([1]));
    expect(rootIn(town.node.checkpoint())).toBe(appHash);
    expect(town.node.status()).toMatchObject({ height: 1, time: START + 10 });
  });

  it('leaves out what is not authentic, what the log has, and the second of two with one id', async () => {
    const town = await start();
    const { sent } = await submit(town, 1, START + 10);
    const [good, other] = await applications(2);
    const forged = { jws: `${other?.jws.slice(0, -8)}AAAAAAAA`, sidecar: other?.sidecar ?? '' };
    const mixed = [forged, sent[0], { jws: 'a.b.c' }, good, good].map((one) => ({
      jws: one?.jws ?? '',
      ...(one !== undefined && 'sidecar' in one ? { sidecar: one.sidecar } : {}),
    }));
    await town.engine.decide(START + 20, [
      encodeBundle(mixed),
      encodeBundle([good as { jws: string }]),
      Buffer.from('x'),
    ]);
    expect(await town.node.find(good?.id ?? '')).toMatchObject({ height: 2 });
    expect(town.node.status()).toMatchObject({ height: 2, size: founding.length + 1 + 2 + 2 });
  });

  it('does not see a block that does nothing, but one at midnight, though nobody sends anything', async () => {
    const town = await start();
    const first = await town.engine.decide(START + 10, []);
    expect(await town.engine.decide(START + 20, [])).toBe(first);
    expect(town.node.status().height).toBe(0);
    const midnight = Date.UTC(2026, 2, 2, 16);
    expect(await town.engine.decide(midnight - 1, [])).toBe(first);
    expect(await town.engine.decide(midnight, [])).not.toBe(first);
    expect(town.node.status()).toMatchObject({ height: 1, time: midnight });
  });

  it('leads two nodes with the same blocks to the same root, and fsck to it again', async () => {
    const chain = newPlayedChain();
    const town = await start(chain);
    await submit(town, 3, START + 10);
    await town.engine.decide(START + 20, []);
    await submit(town, 2, START + 30);
    const other = await start({
      ...newPlayedChain(),
      blocks: chain.blocks.slice(),
      appHashes: chain.appHashes.slice(),
    });
    expect(other.node.checkpoint()).toBe(town.node.checkpoint());
    await stop(other);
    const directory = join(other.folder, 'ledger');
    const report = await fsck({ directory, genesis, contracts: ageContract, logKeys, witnesses: [], threads: 1 });
    expect(report.findings).toEqual([]);
  });

  it('does not check in again what everybody has, nor bytes that are no bundle', async () => {
    const town = await start();
    const { sent } = await submit(town, 1, START + 10);
    const codeOf = async (tx: Uint8Array) => (await town.engine.socket.get('checkTx', { tx })).code;
    expect(await codeOf(encodeBundle(sent.map(({ jws, sidecar }) => ({ jws, sidecar }))))).toBe(2);
    expect(await codeOf(Buffer.from('x'))).toBe(1);
    const [fresh] = await applications(1);
    expect(await codeOf(encodeBundle([{ jws: fresh?.jws ?? '', sidecar: fresh?.sidecar ?? '' }]))).toBe(0);
  });

  it('proposes no more than fits, and refuses a proposal that holds what is no bundle', async () => {
    const { engine } = await start();
    const bundle = encodeBundle([{ jws: 'a.b.c' }]);
    const { txs } = await engine.socket.get('prepareProposal', {
      txs: [bundle, Buffer.from('x'), bundle, bundle],
      maxTxBytes: 2 * (bundle.length + 6) + 10,
    });
    expect(txs).toHaveLength(2);
    const statusOf = async (all: Uint8Array[]) => (await engine.socket.get('processProposal', { txs: all })).status;
    expect([await statusOf([bundle]), await statusOf([bundle, Buffer.from('x')])]).toEqual([1, 2]);
    const extended = await engine.socket.get('verifyVoteExtension', { voteExtension: Buffer.from('x') });
    expect(extended.status).toBe(2);
  });
});

describe('a ledger and an engine that stop', () => {
  it('between deciding and committing: the block comes again and leads to the same root', async () => {
    const chain = newPlayedChain();
    const town = await start(chain);
    await submit(town, 2, START + 10);
    const [late] = await applications(1);
    const block = {
      height: 2,
      timeMs: START + 20,
      txs: [encodeBundle([{ jws: late?.jws ?? '', sidecar: late?.sidecar ?? '' }])],
    };
    const decided = await town.engine.finalize(block);
    expect(await town.engine.finalize(block)).toBe(decided);
    await stop(town);
    chain.blocks.push(block);
    const again = await openPlayedTown(town.folder, chain, founding);
    open.push(again);
    await again.engine.ready.promise;
    expect(chain.appHashes[1]).toBe(decided);
    expect(await again.node.find(late?.id ?? '')).toMatchObject({ height: 2 });
  });

  it('between the ledger and its mark: the block comes again and is recognised', async () => {
    const chain = newPlayedChain();
    const town = await start(chain);
    await submit(town, 1, START + 10);
    const older = `${town.markFile}.older`;
    await copyFile(town.markFile, older);
    const { appHash } = await submit(town, 2, START + 20);
    const { size } = town.node.status();
    await stop(town);
    await copyFile(older, town.markFile);
    const again = await openPlayedTown(town.folder, chain, founding);
    open.push(again);
    await again.engine.ready.promise;
    expect(again.node.status()).toMatchObject({ height: 2, size });
    expect(chain.appHashes[1]).toBe(appHash);
    await submit(again, 1, START + 30);
    expect(again.node.status().height).toBe(3);
  });

  it('between the very first block and its mark: the engine begins once more, and the block is recognised', async () => {
    const chain = newPlayedChain();
    const town = await start(chain);
    const older = `${town.markFile}.older`;
    await copyFile(town.markFile, older);
    const { appHash } = await submit(town, 1, START + 10);
    await stop(town);
    await copyFile(older, town.markFile);
    const again = await openPlayedTown(town.folder, chain, founding);
    open.push(again);
    await again.engine.ready.promise;
    expect(again.node.status()).toMatchObject({ state: 'open', height: 1 });
    expect(chain.appHashes).toEqual([appHash]);
  });

  it('between the ledger and its mark: another block in that place is not taken for the one that stands', async () => {
    const chain = newPlayedChain();
    const town = await start(chain);
    const older = `${town.markFile}.older`;
    await copyFile(town.markFile, older);
    await submit(town, 1, START + 10);
    await stop(town);
    await copyFile(older, town.markFile);
    const other = { ...newPlayedChain(), blocks: [{ height: 1, timeMs: START + 11, txs: [] }] };
    const again = await openPlayedTown(town.folder, { ...other, founding: chain.founding }, founding);
    open.push(again);
    await expect(again.engine.ready.promise).rejects.toMatchObject({ facts: { answered: 'chain-differs' } });
    await until(() => again.node.status().state === 'halted');
  });

  it('at different times: a mark that is not of this ledger halts the node by name', async () => {
    const chain = newPlayedChain();
    const town = await start(chain);
    const older = `${town.markFile}.older`;
    await copyFile(town.markFile, older);
    await submit(town, 1, START + 10);
    await submit(town, 1, START + 20);
    await stop(town);
    await copyFile(older, town.markFile);
    const again = await openPlayedTown(town.folder, chain, founding);
    open.push(again);
    await until(() => again.node.status().state === 'halted');
    expect(again.node.status().halted).toMatchObject({ code: 'engine-failed', facts: { reason: 'chain-differs' } });
  });
});

describe('an engine that asks for what cannot be', () => {
  type Ask = (town: PlayedTown) => Promise<unknown>;
  const block = { height: 1, timeMs: START + 10, txs: [] };
  it.each<[string, string, Ask]>([
    ['to commit what was not decided', 'out-of-order', ({ engine }) => engine.socket.get('commit', {})],
    ['for a later height', 'out-of-order', ({ engine }) => engine.finalize({ ...block, height: 2 })],
    ['for a block before the last', 'out-of-order', ({ engine }) => engine.finalize({ ...block, timeMs: START - 1 })],
    [
      'for the next before the commit',
      'out-of-order',
      async ({ engine }) => [await engine.finalize(block), await engine.finalize({ ...block, height: 2 })],
    ],
    [
      'to begin once more',
      'out-of-order',
      async ({ engine }) => [await engine.decide(START + 10, []), await engine.initChain()],
    ],
    ['to begin another chain', 'chain-differs', ({ engine }) => engine.initChain({ chainId: 'other' })],
    ['to begin elsewhere', 'chain-differs', ({ engine }) => engine.initChain({ appStateBytes: Buffer.from('{}') })],
    ['to begin in the past', 'chain-differs', ({ engine }) => engine.initChain({ time: { seconds: 1, nanos: 0 } })],
    ['at no time', 'message-malformed', ({ engine }) => engine.socket.get('finalizeBlock', { height: 1 })],
  ])('%s is told so and loses its ledger: %s', async (_, code, ask) => {
    const town = await start();
    await expect(ask(town)).rejects.toMatchObject({ facts: { answered: code } });
    await until(() => town.node.status().state === 'halted');
    expect(town.node.status().halted).toMatchObject({ code: 'engine-failed', facts: { reason: code } });
    const [one] = await applications(1);
    await expect(town.node.submit(one?.jws ?? '', one?.sidecar)).rejects.toMatchObject({ code: 'engine-failed' });
  });
});
