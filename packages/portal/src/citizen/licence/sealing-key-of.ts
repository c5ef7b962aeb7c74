import type { JsonObject } from '@minglu/protocol';
import { api } from '../../server/api.ts';
import { PortalError } from '../../server/failure.ts';

/** The public key to which words for an organ are sealed. */
export async function sealingKeyOf(organ: string | undefined): Promise<JsonObject> {
  const { organisations } = await api.get('/api/organisations', {});
  const key = organisations.find(({ id }) => id === organ)?.organisation.sealingKey as JsonObject | undefined;
  if (key === undefined) throw new PortalError('sealing-key-missing');
  return key;
}
