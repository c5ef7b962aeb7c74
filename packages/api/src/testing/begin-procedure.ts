import type { LedgerNode } from '@minglu/node';
import { accepted } from './accepted.ts';
import { ATTESTER, deedBy, founder, ORGAN, SERVICE } from './test-chain.ts';

/** Raises the chain to version 3 and gives its service the registration procedure, under which closings and annulments run. */
export const beginProcedure = async (node: LedgerNode): Promise<void> => {
  for (const version of [2, 3])
    await accepted(node, await deedBy(founder, 'protocol.raise', { version, height: node.status().height + 2 }));
  const service = { id: SERVICE, version: 2, organ: ORGAN, contract: '0'.repeat(64), attesters: [ATTESTER] };
  const procedure = {
    kind: 'registration',
    days: 3,
    extensionDays: 3,
    reviewDays: 3,
    closingDays: 10,
    reconsideration: ATTESTER,
  };
  const more = { promiseMs: 86_400_000, licence: { kind: 'individual-business' }, procedure };
  await accepted(node, await deedBy(founder, 'services.register', { ...service, ...more }));
};
