import { individualBusiness } from '@minglu/individual-business';
import type { Genesis } from '@minglu/ledger';
import { NEWEST_PROTOCOL } from '@minglu/ledger';
import { type LedgerNode, nativeSigner, openNode } from '@minglu/node';
import { publicJwk } from '@minglu/protocol';
import { shippedContracts } from '../platform/shipped-contracts.ts';
import { calendar2025 } from '../seed/calendar-2025.ts';
import { foundingTransactions } from '../seed/founding.ts';
import { CHAIN, GOVERNMENTS, PLACE_OF_REGISTRATION } from '../seed/organisations.ts';
import { serviceRegistration } from '../seed/service-registrations.ts';
import { YEAR_BEGINS } from './play-year.ts';
import { YearClock } from './year-clock.ts';
import { nameOfKey, yearIntroductions, yearSigner } from './year-keys.ts';
import { YearRandom } from './year-random.ts';

export const yearGenesis = (): Genesis => ({
  chain: CHAIN,
  founder: publicJwk(yearSigner(nameOfKey.founder).publicKey),
  time: YEAR_BEGINS,
  protocol: NEWEST_PROTOCOL,
});

export interface OpenYear {
  readonly node: LedgerNode;
  readonly clock: YearClock;
  readonly random: YearRandom;
}

/** A ledger of the year on its first day. The log's own key is no part of what the roots cover: each set-up makes its own. */
export async function openYear(directory: string, logSecret: Uint8Array): Promise<OpenYear> {
  const clock = new YearClock(YEAR_BEGINS);
  const random = new YearRandom('2025-11');
  const founding = await foundingTransactions({
    chain: CHAIN,
    founder: yearSigner(nameOfKey.founder),
    time: YEAR_BEGINS,
    governments: GOVERNMENTS,
    departments: yearIntroductions(),
    services: [serviceRegistration(individualBusiness, PLACE_OF_REGISTRATION)],
    calendar: { body: calendar2025, editor: yearSigner(nameOfKey.editor), checker: yearSigner(nameOfKey.checker) },
    randomBytes: random.bytes,
  });
  const node = await openNode({
    directory,
    genesis: yearGenesis(),
    genesisTransactions: founding.map((jws) => ({ jws })),
    signer: nativeSigner('Ed25519', logSecret),
    clock,
    contracts: shippedContracts(),
    witnesses: [],
  });
  return { node, clock, random };
}
