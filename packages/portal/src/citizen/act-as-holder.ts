import type { JsonObject } from '@minglu/protocol';
import { findCaseKey, indexedDbKeyStore, submit } from '@minglu/sdk';
import { api } from '../server/api.ts';
import { type Failure, PortalError } from '../server/failure.ts';
import type { StoredCase } from '../store/case-store.ts';

const HOUR_MS = 3_600_000;

/** Signs a deed about one's own case with the case's own key, which never left this browser. */
export async function actAsHolder(
  stored: Pick<StoredCase, 'id' | 'kid'>,
  deed: 'cases.withdraw' | 'cases.review' | 'cases.refile',
  facts: JsonObject = {},
): Promise<void> {
  const signer = await findCaseKey(indexedDbKeyStore(), stored.kid);
  if (signer === undefined) throw new PortalError('key-missing');
  const { chain } = await api.get('/api/city', {});
  const draft = { chain, deed, body: { case: stored.id, ...facts }, notAfter: Date.now() + HOUR_MS, embedKey: true };
  const { outcome } = await submit(api, draft, signer);
  if (outcome.refused !== undefined) throw new PortalError(outcome.refused, (outcome.facts ?? {}) as Failure['facts']);
}
