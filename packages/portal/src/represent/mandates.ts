import { findCaseKey, indexedDbKeyStore } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import { proveKey } from '../keys/prove-key.ts';
import { api } from '../server/api.ts';
import { failureOf, PortalError } from '../server/failure.ts';
import { listAgentKeys } from './agent-keys.ts';
import { bringRepresented } from './bring-represented.ts';
import type { Mandate } from './mandate.ts';

/** Keys that this page has proved to the platform. */
const proved = new Set<string>();
/** Of the last deed done here: the list is asked for as of then. */
let reached = 0;

export function rememberMandatesAt(height: number): void {
  reached = Math.max(reached, height);
}

/** Mandates that the key of one's own case gave. */
export function givenMandatesQuery(kid: string) {
  return queryOptions({
    queryKey: ['mandates', 'given', kid],
    retry: false,
    staleTime: 0,
    queryFn: async () => (await readMandates([kid])).filter(({ principal }) => principal === kid),
  });
}

/** Mandates that keys of this browser were given; what may be known of each case is brought here, or forgotten. */
export const ownMandatesQuery = queryOptions({
  queryKey: ['mandates', 'own'],
  staleTime: 0,
  queryFn: async () => {
    const kids = listAgentKeys().map(({ kid }) => kid);
    if (kids.length === 0) return [];
    const own = (await readMandates(kids)).filter(({ agent }) => kids.includes(agent));
    return await bringRepresented(own);
  },
});

async function readMandates(kids: readonly string[]): Promise<readonly Mandate[]> {
  for (const kid of kids) if (!proved.has(kid)) await prove(kid);
  try {
    return (await ask()).mandates;
  } catch (error) {
    if (!ENDED.has(failureOf(error).code)) throw error;
    // The session ended since: each key is shown once more.
    for (const kid of kids) await prove(kid);
    return (await ask()).mandates;
  }
}

/** A session that is over, or one that was begun anew without these keys. */
const ENDED: ReadonlySet<string> = new Set(['session-required', 'access-denied']);

function ask() {
  return api.get('/api/mandates', { fromHeight: reached });
}

async function prove(kid: string): Promise<void> {
  const signer = await findCaseKey(indexedDbKeyStore(), kid);
  if (signer === undefined) throw new PortalError('key-missing');
  await proveKey(signer, { embedKey: true });
  proved.add(kid);
}
