import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LedgerNode } from '../ledger-node.ts';
import { openNode } from '../open/open-node.ts';
import { ageContract, applications, foundingTransactions, genesis, logSigner, START } from '../testing/test-town.ts';

let directory = '';
let node: LedgerNode;
/** What the contract says while it is asked again. */
let isHonest = true;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'minglu-recompute-'));
  node = await openNode({
    directory,
    genesis,
    genesisTransactions: await foundingTransactions(),
    signer: logSigner,
    clock: { nowMs: () => START + 5, setTimer: () => () => {} },
    contracts: {
      run: (contract, input) => {
        const output = ageContract.run(contract, input);
        return isHonest ? output : output.replace('"grant"', '"propose"');
      },
    },
    witnesses: [],
    verifyThreads: 1,
    limits: { maxBlockTransactions: 16 },
  });
  for (let round = 0; round < 4; round++)
    await Promise.all((await applications(20)).map(({ jws, sidecar }) => node.submit(jws, sidecar)));
});
afterAll(async () => {
  await node.close();
  await rm(directory, { recursive: true });
});

it('a running node comes to the same entries when it decides them again, and goes no further than it was asked', async () => {
  const { size } = node.status();
  const steps: number[] = [];
  const whole = await node.recompute({ last: size - 1, onBlock: (done) => steps.push(done) });
  expect([whole.size, [...whole.differing], [...whole.undecided]]).toEqual([size, [], []]);
  expect(steps).toEqual([...steps].sort((a, b) => a - b));
  expect((await node.recompute({ last: 3 })).size).toBeLessThan(size);
});

it('an outcome that a contract does not come to again is named, and what hangs on it', async () => {
  const { size } = node.status();
  isHonest = false;
  try {
    const { differing } = await node.recompute({ last: size - 1 });
    expect(differing.size).toBeGreaterThan(0);
  } finally {
    isHonest = true;
  }
});
