import type { CaseRecord } from '../server/ledger.ts';

export type HolderDeed = 'cases.withdraw' | 'cases.review';

/**
 * What the holder may do about a case as it stands; the chain decides again. A person's decision has its remedies and no review
 * here; a case of a service without statutory clocks has neither.
 */
export function holderDeeds(record: CaseRecord): readonly HolderDeed[] {
  const hasClock = record.dueAt !== undefined || record.clock !== undefined;
  const isByMachine = record.status === 'granted' && record.decidedBy === undefined;
  const deeds: HolderDeed[] = [];
  if (record.review === undefined && (isByMachine || (record.status === 'pending' && hasClock)))
    deeds.push('cases.review');
  if (record.status === 'pending' && hasClock) deeds.push('cases.withdraw');
  return deeds;
}
