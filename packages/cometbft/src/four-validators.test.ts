import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerNode, SubmitResult } from '@minglu/node';
import { applications, CHAIN, foundingTransactions } from '@minglu/node/testing';
import { parseVkey, verifyReceipt } from '@minglu/protocol';
import { afterAll, describe, expect, it } from 'vitest';
import { findEngine } from './engine/find-engine.ts';
import { layOutCluster, openMember, type RunningMember } from './testing/engine-cluster.ts';

const binary = (await findEngine(process.env)) ?? '';
const folder = await mkdtemp(join(tmpdir(), 'minglu-four-'));
const running: RunningMember[] = [];
afterAll(async () => {
  for (const { node } of running) await node.close();
  await rm(folder, { recursive: true, force: true });
});

async function until(isSo: () => boolean): Promise<void> {
  for (let waited = 0; !isSo(); waited++) {
    if (waited > 2_000) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Origin, size and root, without who signed. */
const headOf = (node: LedgerNode) => node.checkpoint().split('\n\n')[0];

async function send(node: LedgerNode, count: number) {
  const sent = await applications(count, Date.now());
  return Promise.all(sent.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
}

describe.skipIf(binary === '')('four validators', () => {
  it('agree on one log under one origin, go on without one of them, and take it back in step', async () => {
    const founding = await foundingTransactions();
    const plan = await layOutCluster(folder, 4);
    const open = (at: number) => openMember(plan, at, { directory: folder, binary, founding });
    running.push(...(await Promise.all(plan.members.map((_, at) => open(at)))));
    const nodes = running.map(({ node }) => node);
    const [first, , , last] = nodes as [LedgerNode, LedgerNode, LedgerNode, LedgerNode];

    // What two nodes take in at once stands in one order on all four.
    const results = (await Promise.all([send(first, 5), send(last, 5)])).flat();
    const { height } = [first, last].map((node) => node.status()).reduce((a, b) => (a.height > b.height ? a : b));
    await until(() => nodes.every((node) => node.status().height >= height));
    expect(new Set(nodes.map(headOf)).size).toBe(1);
    for (const { id, index } of results) {
      for (const node of nodes) expect(await node.find(id)).toMatchObject({ index });
    }
    // Each signs with its own key under the chain's name: a receipt has three of four, and whoever knows any one key can verify.
    const all = plan.members.map(({ logKey }) => parseVkey(logKey));
    const cluster = { origin: CHAIN, logKeys: all, quorum: 3, witnesses: [], threshold: 0 };
    for (const { receipt } of results) await verifyReceipt(receipt, { trust: cluster });
    for (const node of nodes) await verifyReceipt(await node.receipt(results[0]?.index ?? 0), { trust: cluster });
    const { receipt } = results[0] as SubmitResult;
    const known = await Promise.all(
      all.map((one) =>
        verifyReceipt(receipt, { trust: { origin: CHAIN, logKeys: [one], witnesses: [], threshold: 0 } }).catch(
          () => undefined,
        ),
      ),
    );
    expect(known.filter(Boolean).length).toBeGreaterThanOrEqual(3);

    const dead = running.pop() as RunningMember;
    process.kill(dead.engine.pid as number, 'SIGKILL');
    await until(() => dead.node.status().state === 'halted');
    expect(dead.node.status().halted?.code).toBe('engine-failed');
    await dead.node.close();
    expect(await send(first, 3)).toHaveLength(3);

    const back = await open(3);
    running.push(back);
    await until(() => back.node.status().size >= first.status().size);
    expect(headOf(back.node)).toBe(headOf(first));
  }, 60_000);
});
