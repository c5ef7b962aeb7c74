import type { LedgerNode } from '@minglu/node';

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
