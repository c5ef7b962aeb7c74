import type { LedgerNode } from '@minglu/node';
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

/** Submits what a test takes for granted, and gives its events; a refusal ends the test. */
export const accepted = async (node: LedgerNode, jws: string, sidecar?: string) => {
  const { id, outcome } = await node.submit(jws, sidecar);
  if (!('events' in outcome)) throw new Error(JSON.stringify(outcome));
  return { id, events: outcome.events };
};

/** The number of the licence that an application was granted at once. */
export const issued = async (
  node: LedgerNode,
  made: { readonly jws: string; readonly sidecar: string },
): Promise<string> => {
  const { events } = await accepted(node, made.jws, made.sidecar);
  return String(events.at(-1)?.[1].number);
};
