import type { ProductionFacts } from './production-facts.ts';
import type { ProductionWarning } from './production-fault.ts';

/** A copy elsewhere is no condition: a small office may have nowhere to send it, and the ledger holds the trail's roots. */
export function findProductionWarnings({ isCollected }: ProductionFacts): readonly ProductionWarning[] {
  return isCollected ? [] : [{ code: 'collector-missing' }];
}
