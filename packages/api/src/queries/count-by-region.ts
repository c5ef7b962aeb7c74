import type { Kysely } from 'kysely';
import type { CountRow, Database } from '../database/schema.ts';

export const countByRegion = async (
  database: Kysely<Database>,
  input: { readonly service?: string },
): Promise<CountRow[]> => {
  let query = database.selectFrom('counts').selectAll().orderBy('month', 'desc').orderBy('region').limit(2000);
  if (input.service !== undefined) query = query.where('service', '=', input.service);
  return query.execute();
};
