import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applications, CHAIN, foundingTransactions, START } from '@minglu/node/testing';
import { parseVkey, verifyReceipt } from '@minglu/protocol';
import { afterAll, expect, it } from 'vitest';
import { memberFolder } from './cluster/cluster-plan.ts';
import { memberSigning } from './cluster/member-signing.ts';
import { layOutCluster, memberSigner } from './testing/engine-cluster.ts';
import { newPlayedChain, type PlayedChain } from './testing/played-engine.ts';
import { openPlayedTown, type PlayedTown } from './testing/played-town.ts';

const PATIENCE_MS = 1_500;
const founding = await foundingTransactions();
const folder = await mkdtemp(join(tmpdir(), 'minglu-members-'));
const plan = await layOutCluster(folder, 4);
const trust = {
  origin: CHAIN,
  logKeys: plan.members.map(({ logKey }) => parseVkey(logKey)),
  quorum: 3,
  witnesses: [],
  threshold: 0,
};

async function openMember(at: number, chain: PlayedChain = newPlayedChain()): Promise<PlayedTown> {
  const cluster = { ...memberSigning(plan, at), patienceMs: PATIENCE_MS };
  const town = await openPlayedTown(memberFolder(folder, at), chain, founding, { signer: memberSigner(at), cluster });
  await town.engine.ready.promise;
  return town;
}

let firstIndex = 0;
const towns = await Promise.all([0, 1, 2, 3].map((at) => openMember(at)));
afterAll(async () => {
  for (const { node } of towns) await node.close();
  await rm(folder, { recursive: true, force: true });
});
const nodeAt = (at: number) => (towns[at] as PlayedTown).node;

/** Handed in at the first member; the engines' one bundle of it. */
async function handIn() {
  const [one] = await applications(1);
  const { id, jws, sidecar } = one as NonNullable<typeof one>;
  const result = nodeAt(0).submit(jws, sidecar);
  result.catch(() => {});
  const { engine } = towns[0] as PlayedTown;
  await expect.poll(() => engine.waiting.length, { timeout: 3_000 }).toBe(1);
  return { id, result, again: () => nodeAt(0).submit(jws, sidecar), txs: engine.waiting.splice(0) };
}

async function decide(members: readonly number[], timeMs: number, txs: readonly Uint8Array[]): Promise<void> {
  await Promise.all(members.map((at) => (towns[at] as PlayedTown).engine.decide(timeMs, txs)));
}

it('a receipt of a clustered node carries the lines of more than two thirds of the members', async () => {
  const { result, txs } = await handIn();
  await decide([0, 1, 2, 3], START + 10, txs);
  const { receipt, index } = await result;
  firstIndex = index;
  expect((await verifyReceipt(receipt, { trust })).log).toMatchObject({ quorum: 3, known: 4 });
  for (const { node } of towns) {
    await expect.poll(() => node.status().height, { timeout: 3_000 }).toBe(1);
    await verifyReceipt(await node.receipt(index), { trust });
  }
});

it('two of four give no receipt and say so in time; the id is asked for, or handed in, later', async () => {
  const { id, result, again, txs } = await handIn();
  const startedMs = performance.now();
  await decide([0, 1], START + 20, txs);
  await expect(result).rejects.toMatchObject({ code: 'quorum-missing' });
  expect(performance.now() - startedMs).toBeLessThan(PATIENCE_MS + 1_000);
  expect(await nodeAt(0).find(id)).toBeUndefined();
  expect(nodeAt(0).status()).toMatchObject({ state: 'open', height: 1 });
  await expect.poll(() => nodeAt(0).status().alarms, { timeout: 3_000 }).toContain('quorum-missing');
  const later = again();
  await decide([2, 3], START + 20, txs);
  await verifyReceipt((await later).receipt, { trust });
  expect(await nodeAt(0).find(id)).toMatchObject({ height: 2 });
  expect(nodeAt(0).status().alarms).toEqual([]);
});

it('a dead member delays nobody, and has the others’ lines again after its return', async () => {
  const dead = towns[3] as PlayedTown;
  await dead.node.close();
  const { result, txs } = await handIn();
  await decide([0, 1, 2], START + 30, txs);
  const startedMs = performance.now();
  const { receipt, index } = await result;
  expect(performance.now() - startedMs).toBeLessThan(1_000);
  await verifyReceipt(receipt, { trust });
  towns[3] = await openMember(3, dead.engine.chain);
  await decide([3], START + 30, txs);
  await expect.poll(() => nodeAt(3).status().height, { timeout: 4_000 }).toBe(3);
  await verifyReceipt(await nodeAt(3).receipt(index), { trust });
});

it('after all of them restarted, what stood before has enough lines again', async () => {
  for (const { node } of towns) await node.close();
  for (const [at, { engine }] of [...towns.entries()]) {
    towns[at] = await openMember(at, engine.chain);
    // Alone it shows what it has, and gives no receipt under it.
    if (at === 0) await expect(nodeAt(0).receipt(0)).rejects.toMatchObject({ code: 'quorum-missing' });
  }
  await expect
    .poll(async () => (await verifyReceipt(await nodeAt(0).receipt(firstIndex), { trust })).log.lines, {
      timeout: 4_000,
    })
    .toBeGreaterThanOrEqual(3);
});

it('a member whose log differs halts with what is needed to compare, and the others go on', async () => {
  const { result, txs } = await handIn();
  await decide([0, 1, 2], START + 40, txs);
  await decide([3], START + 41, txs);
  await verifyReceipt((await result).receipt, { trust });
  await expect.poll(() => nodeAt(3).status().halted?.code, { timeout: 4_000 }).toBe('members-diverged');
  const file = String(nodeAt(3).status().halted?.facts.file);
  const dump = () => readFile(join(memberFolder(folder, 3), 'ledger', file), 'utf8').then(JSON.parse, () => ({}));
  await expect.poll(dump, { timeout: 3_000 }).toMatchObject({ format: 'minglu-divergence/v0', height: 4 });
  for (const at of [0, 1, 2]) {
    await expect.poll(() => nodeAt(at).status().alarms, { timeout: 3_000 }).toContain('member-diverged');
    expect(nodeAt(at).status().state).toBe('open');
  }
  const next = await handIn();
  await decide([0, 1, 2], START + 50, next.txs);
  await verifyReceipt((await next.result).receipt, { trust });
});
