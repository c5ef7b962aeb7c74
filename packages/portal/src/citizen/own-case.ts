import { findCaseKey, indexedDbKeyStore } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import { proveKey } from '../keys/prove-key.ts';
import { api } from '../server/api.ts';
import { type CaseEvent, type FoundCase, fetchCase } from '../server/ledger.ts';
import { findCase, type StoredCase } from '../store/case-store.ts';
import { mayAct } from '../store/may-act.ts';

export interface OwnCase {
  readonly found: FoundCase;
  readonly events: readonly CaseEvent[];
  /** Undefined when this browser does not hold the case's key: then only the public half is shown. */
  readonly stored: StoredCase | undefined;
}

/** Case keys that this page has proved to the platform. */
const proved = new Set<string>();

const filedAt = new Map<string, number>();

/** Whoever has just filed a case sees the events of that block, however far the server's rows are behind. */
export function rememberFiled(id: string, height: number): void {
  filedAt.set(id, height);
}

/** A case with its file when this browser holds the key; the key answers the API's challenge by itself. */
export function ownCaseQuery(id: string) {
  return queryOptions({ queryKey: ['own-case', id], queryFn: () => readOwnCase(id) });
}

async function readOwnCase(id: string): Promise<OwnCase> {
  const stored = await findCase(id);
  const height = filedAt.get(id);
  const [{ events }, found] = await Promise.all([
    api.get('/api/cases/{id}/events', { id, ...(height === undefined ? {} : { fromHeight: height }) }),
    stored === undefined ? fetchCase(id) : fetchAsHolder(stored),
  ]);
  return { stored, events, found };
}

/** A case that comes without its file says that the session is over, or never proved this key. */
async function fetchAsHolder(stored: StoredCase): Promise<FoundCase> {
  if (proved.has(stored.kid)) {
    const found = await fetchCase(stored.id);
    if (found.file !== undefined || !mayAct(stored, 'cases.read')) return found;
  }
  const signer = await findCaseKey(indexedDbKeyStore(), stored.kid);
  if (signer !== undefined) {
    await proveKey(signer, { embedKey: true });
    proved.add(stored.kid);
  }
  return await fetchCase(stored.id);
}
