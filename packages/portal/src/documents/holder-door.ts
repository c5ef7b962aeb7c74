import { findCaseKey, indexedDbKeyStore } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import { api, departmentAt } from '../server/api.ts';
import { PortalError } from '../server/failure.ts';
import type { StoredCase } from '../store/case-store.ts';
import type { DocumentDoor } from './document-door.ts';

const tokens = new Map<string, string>();

/** The counter of the organ in charge, opened by the case's own key, which never leaves this browser. */
export function holderDoorQuery(organ: string, stored: StoredCase | undefined) {
  return queryOptions({
    queryKey: ['document-door', organ, stored?.id],
    enabled: stored !== undefined && organ !== '',
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => (stored === undefined ? null : await findDoor(organ, stored)),
  });
}

async function findDoor(organ: string, stored: StoredCase): Promise<DocumentDoor | null> {
  const [{ organisations }, { chain }] = await Promise.all([
    api.get('/api/organisations', {}),
    api.get('/api/city', {}),
  ]);
  const endpoint = organisations.find((one) => one.id === organ)?.organisation.endpoint;
  if (typeof endpoint !== 'string') return null;
  return {
    endpoint,
    token: async (again) => {
      const known = tokens.get(stored.id);
      if (known !== undefined && !again) return known;
      const signer = await findCaseKey(indexedDbKeyStore(), stored.kid);
      if (signer === undefined) throw new PortalError('key-missing');
      const token = await departmentAt(endpoint, 8_000).proveHolder({ id: organ, chain }, signer);
      tokens.set(stored.id, token);
      return token;
    },
  };
}
