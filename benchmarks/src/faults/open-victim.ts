import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shippedContracts } from '@minglu/city';
import { NEWEST_PROTOCOL } from '@minglu/ledger';
import { type Clock, type LedgerNode, type NodeOptions, openNode } from '@minglu/node';
import { publicJwk } from '@minglu/protocol';
import { benchSigner, CHAIN } from '../platform/bench-identity.ts';
import { FOUNDING_FILE, type Founding } from './founding.ts';

const founder = benchSigner('ES256', 'founder');

async function foundingOf(home: string): Promise<Founding> {
  mkdirSync(home, { recursive: true });
  const path = join(home, FOUNDING_FILE);
  if (!existsSync(path)) {
    // Not above: a process that dies a thousand times need not load the whole city each time.
    const { foundVictim } = await import('./found-victim.ts');
    await foundVictim(home);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as Founding;
}

const clock: Clock = {
  nowMs: () => Date.now(),
  setTimer: (run, delayMs) => {
    const timer = setTimeout(run, delayMs).unref();
    return () => clearTimeout(timer);
  },
};

export const ledgerOf = (directory: string): string => join(directory, 'ledger');

/** The shipped node's options for a directory: a real disk, no witnesses. */
export async function victimOptions(directory: string): Promise<NodeOptions> {
  const { time, transactions } = await foundingOf(directory);
  return {
    directory: ledgerOf(directory),
    genesis: { chain: CHAIN, founder: publicJwk(founder.publicKey), time, protocol: NEWEST_PROTOCOL },
    genesisTransactions: transactions.map((jws) => ({ jws })),
    signer: benchSigner('Ed25519', 'log'),
    clock,
    contracts: shippedContracts(),
    witnesses: [],
    verifyThreads: 1,
  };
}

/** What the campaigns damage, kill and open again. */
export async function openVictim(directory: string, changed: Partial<NodeOptions> = {}): Promise<LedgerNode> {
  return await openNode({ ...(await victimOptions(directory)), ...changed });
}
