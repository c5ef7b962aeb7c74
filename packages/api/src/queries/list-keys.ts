import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Every key that was ever registered, or those of one organisation; whether one is still in force stands in the state. */
export const listKeys = async (
  database: Kysely<Database>,
  { org, limit }: { readonly org?: string; readonly limit: number },
): Promise<readonly { readonly kid: string; readonly org: string }[]> => {
  let rows = database.selectFrom('keys').select(['kid', 'org']);
  if (org !== undefined) rows = rows.where('org', '=', org);
  return rows.orderBy('since').orderBy('kid').limit(limit).execute();
};
