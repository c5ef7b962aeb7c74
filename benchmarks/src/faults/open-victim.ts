import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundingTransactions, systemClock } from '@minglu/city';
import { individualBusiness } from '@minglu/individual-business';
import { type LedgerNode, type NodeOptions, openNode } from '@minglu/node';
import { publicJwk, sha256, utf8Encode } from '@minglu/protocol';
import { directRunner } from '@minglu/sandbox';
import { benchSigner, CHAIN, departments, GOVERNMENT, services } from '../platform/bench-identity.ts';

const founder = benchSigner('ES256', 'founder');

export const FOUNDED_FILE = 'founded-at';

/** The instant of block 0 of a directory, kept beside it. */
function foundedAt(directory: string): number {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, FOUNDED_FILE);
  if (!existsSync(path)) writeFileSync(path, String(Date.now()));
  return Number(readFileSync(path, 'utf8'));
}

/** The same ids in every process: whoever dies while founding founds the same chain again. */
function seededBytes(): (length: number) => Uint8Array {
  let serial = 0;
  return (length) => {
    serial += 1;
    return sha256(utf8Encode(`founding ${serial}`)).slice(0, length);
  };
}

export const ledgerOf = (directory: string): string => join(directory, 'ledger');

/** The shipped node's options for a directory: a real disk, no witnesses. */
export async function victimOptions(directory: string): Promise<NodeOptions> {
  const time = foundedAt(directory);
  const names = { chain: CHAIN, founder, time, government: GOVERNMENT };
  const founding = await foundingTransactions({ ...names, departments, services, randomBytes: seededBytes() });
  return {
    directory: ledgerOf(directory),
    genesis: { chain: CHAIN, founder: publicJwk(founder.publicKey), time },
    genesisTransactions: founding.map((jws) => ({ jws })),
    signer: benchSigner('Ed25519', 'log'),
    clock: systemClock(() => Date.now()),
    contracts: directRunner(new Map([[individualBusiness.contractHash, individualBusiness.contract]])),
    witnesses: [],
    verifyThreads: 1,
  };
}

/** What the campaigns damage, kill and open again. */
export async function openVictim(directory: string, changed: Partial<NodeOptions> = {}): Promise<LedgerNode> {
  return await openNode({ ...(await victimOptions(directory)), ...changed });
}
