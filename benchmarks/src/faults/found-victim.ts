import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundingTransactions } from '@minglu/city';
import { sha256, utf8Encode } from '@minglu/protocol';
import { benchSigner, CHAIN, departments, GOVERNMENT } from '../platform/bench-identity.ts';
import { services } from '../platform/bench-services.ts';
import { FOUNDING_FILE, type Founding } from './founding.ts';

/** Puts into a home what its chain begins with, whole or not at all. */
export async function foundVictim(home: string): Promise<void> {
  const time = Date.now();
  const names = { chain: CHAIN, founder: benchSigner('ES256', 'founder'), time, governments: [GOVERNMENT] };
  const transactions = await foundingTransactions({ ...names, departments, services, randomBytes: seededBytes() });
  const fresh = join(home, `${FOUNDING_FILE}.${process.pid}`);
  writeFileSync(fresh, JSON.stringify({ time, transactions } satisfies Founding));
  renameSync(fresh, join(home, FOUNDING_FILE));
}

/** Ids that do not depend on who founds. */
function seededBytes(): (length: number) => Uint8Array {
  let serial = 0;
  return (length) => {
    serial += 1;
    return sha256(utf8Encode(`founding ${serial}`)).slice(0, length);
  };
}
