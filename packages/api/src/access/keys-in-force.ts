import type { ApiContext } from '../api-context.ts';
import { readRecord } from '../queries/read-record.ts';

/** More keys than any installation of today has officers; beyond it the answer says that it is not whole. */
export const MOST_KEYS = 5_000;

export interface KeyInForce {
  readonly kid: string;
  readonly org: string;
}

/** Registered keys that were not revoked, the oldest first. */
export const keysInForce = async (context: ApiContext, org?: string): Promise<readonly KeyInForce[]> => {
  const of = org === undefined ? {} : { org };
  const keys = await context.readModel.query('listKeys', { ...of, limit: MOST_KEYS });
  return keys.filter(({ kid }) => readRecord(context.node, `key/${kid}`)?.status === 'active');
};
