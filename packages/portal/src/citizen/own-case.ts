import { type Client, findCaseKey, indexedDbKeyStore, type OpenedSession, signIn } from '@minglu/sdk';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../server/api.ts';
import { failureOf } from '../server/failure.ts';
import { type CaseEvent, type FoundCase, fetchCase } from '../server/ledger.ts';
import { findCase, type StoredCase } from '../store/case-store.ts';

export interface OwnCase {
  readonly found: FoundCase;
  readonly events: readonly CaseEvent[];
  /** Undefined when this browser does not hold the case's key: then only the public half is shown. */
  readonly stored: StoredCase | undefined;
}

const sessions = new Map<string, OpenedSession>();

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

async function fetchAsHolder(stored: StoredCase): Promise<FoundCase> {
  try {
    return await fetchCase(stored.id, await clientFor(stored));
  } catch (error) {
    if (!failureOf(error).code.startsWith('session-')) throw error;
    // The server was restarted and has forgotten the session: answer a new challenge once.
    sessions.delete(stored.id);
    return await fetchCase(stored.id, await clientFor(stored));
  }
}

async function clientFor(stored: StoredCase): Promise<Client> {
  const known = sessions.get(stored.id);
  if (known !== undefined && known.expiresAt > Date.now() + 5_000) return known.client;
  const signer = await findCaseKey(indexedDbKeyStore(), stored.kid);
  if (signer === undefined) return api;
  const opened = await signIn(api, signer, { embedKey: true });
  sessions.set(stored.id, opened);
  return opened.client;
}
