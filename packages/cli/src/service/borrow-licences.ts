import { createHash } from 'node:crypto';
import type { SampleApplication } from '@minglu/city';
import type { ServiceManifest } from '@minglu/service-kit';
import { NO_COMMITMENT } from './contract-input.ts';
import type { MemoryLedger, PaperDeed } from './memory-ledger.ts';

/** Grants everything: what stands in for the services whose licences a story needs. */
const CONTRACT = 'var contract={decide:()=>\'{"decision":"grant","trace":[]}\'};';
const HASH = createHash('sha256').update(CONTRACT, 'utf8').digest('hex');
const UNKNOWN_NUMBER = '92990101MA0YYYY000';
const YEAR_MS = 365 * 86_400_000;

export function borrowedContracts(): readonly (readonly [string, string])[] {
  return [[HASH, CONTRACT]];
}

/** A service for each kind of licence that the manifest's fields name. */
export function borrowedServices(manifest: ServiceManifest): PaperDeed[] {
  return kindsIn(manifest).map((kind) => ({
    by: 'founder',
    deed: 'services.register',
    body: {
      id: serviceOf(kind),
      version: 1,
      organ: 'organ',
      contract: HASH,
      attesters: ['attester'],
      promiseMs: YEAR_MS,
      licence: { kind },
    },
  }));
}

interface Borrowing {
  /** Whose application it is. */
  readonly word: string;
  readonly licences: SampleApplication['licences'];
}

/** Puts the licences of a sample in the register, shown for its application where the sample says so; their numbers by field. */
export async function borrowLicences(
  ledger: MemoryLedger,
  { publicFields }: ServiceManifest,
  { word, licences = {} }: Borrowing,
): Promise<Record<string, string>> {
  const numbers: Record<string, string> = {};
  for (const { name, value } of publicFields) {
    if (value?.kind !== 'licence') continue;
    const sample = licences[name];
    const by = `${name} of ${word}`;
    const { region, scope = ['6210'], tradeName = '样例商铺' } = sample ?? { region: '990101' };
    const shop = {
      service: serviceOf(value.of),
      tradeName,
      scope: [...scope],
      region,
      operator: NO_COMMITMENT,
      manual: false,
    };
    await ledger.send({ by, deed: 'cases.submit', id: ledger.idOf(by), body: shop, attested: {} });
    const number = ledger.licenceOf(by);
    const kid = ledger.kidOf(word);
    if (sample?.isShown === true)
      await ledger.send({ by, deed: 'licences.show', body: { number, kid }, embedKey: true });
    if (sample?.status === 'suspended')
      await ledger.send({ by: 'officer', deed: 'licences.suspend', body: { number, reason: 'SAMPLE' } });
    // A number that nobody has: what an application says where its sample has no licence.
    numbers[name] = sample === undefined ? UNKNOWN_NUMBER : number;
  }
  return numbers;
}

function kindsIn({ publicFields }: ServiceManifest): string[] {
  return [...new Set(publicFields.flatMap(({ value }) => (value?.kind === 'licence' ? [value.of] : [])))];
}

function serviceOf(kind: string): string {
  return `borrowed-${kind}`;
}
