import type { JsonObject } from '@minglu/protocol';
import { api } from '../server/api.ts';

/** What an organisation is sealed to; undefined where it has no key of its own. */
export async function findSealingKey(organ: string): Promise<JsonObject | undefined> {
  const { organisations } = await api.get('/api/organisations', {});
  return organisations.find(({ id }) => id === organ)?.organisation.sealingKey as JsonObject | undefined;
}
