import { join } from 'node:path';
import { type LedgerNode, openNode } from '@minglu/node';
import { publicJwk, signerFromSecret } from '@minglu/protocol';
import { CHAIN, founder, GENESIS_MS, genesisTransactions, seeded } from './test-chain.ts';

/** Time that a test moves. */
export interface TestClock {
  nowMs: number;
}

export interface TestNode {
  readonly node: LedgerNode;
  readonly clock: TestClock;
}

export const logSigner = signerFromSecret('Ed25519', seeded('log'));

/** A real node in a directory of its own: its contract grants whatever is asked, and says why in one row. */
export const openTestNode = async (directory: string, protocol = 1): Promise<TestNode> => {
  const clock: TestClock = { nowMs: GENESIS_MS };
  const node = await openNode({
    directory: join(directory, 'ledger'),
    genesis: { chain: CHAIN, founder: publicJwk(founder.publicKey), time: GENESIS_MS, protocol },
    genesisTransactions: (await genesisTransactions()).map((jws) => ({ jws })),
    signer: logSigner,
    clock: {
      nowMs: () => clock.nowMs,
      setTimer: (run, delayMs) => {
        const timer = setTimeout(run, delayMs);
        return () => clearTimeout(timer);
      },
    },
    contracts: { run: () => '{"decision":"grant","trace":[{"rule":"R1","article":"A1","result":"ok"}]}' },
    witnesses: [],
    verifyThreads: 1,
  });
  return { node, clock };
};
