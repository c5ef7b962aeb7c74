import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { applications, CHAIN, foundingTransactions, logSigner } from '@minglu/node/testing';
import { verifyReceipt, vkeyOf } from '@minglu/protocol';
import { afterAll, describe, expect, it } from 'vitest';
import { findEngine } from './engine/find-engine.ts';
import { openEngineTown } from './testing/engine-town.ts';

const binary = await findEngine(process.env);
const folder = await mkdtemp(join(tmpdir(), 'minglu-bft-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const trust = {
  version: 1,
  origin: CHAIN,
  logKeys: [vkeyOf(CHAIN, 'log', logSigner.publicKey)],
  witnesses: [],
  threshold: 0,
};

describe.skipIf(binary === undefined)('one validator over CometBFT', () => {
  it('decides an application, and its receipt is verified with nothing of the engine', async () => {
    const founding = await foundingTransactions();
    const { node } = await openEngineTown(join(folder, 'story'), binary as string, founding);
    try {
      const [first, ...others] = await applications(40, Date.now());
      const result = await node.submit(first?.jws ?? '', first?.sidecar);
      const verified = await verifyReceipt(result.receipt, { trust });
      expect(verified.transaction.id).toBe(first?.id);
      expect(JSON.stringify(result.outcome)).toContain('licence.issued');
      const results = await Promise.all(others.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
      expect(new Set(results.map(({ index }) => index)).size).toBe(39);
    } finally {
      await node.close();
    }
  });
});
