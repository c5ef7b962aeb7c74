import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export const listServices = async (database: Kysely<Database>, _input: Record<string, never>): Promise<string[]> =>
  (await database.selectFrom('services').select('id').orderBy('since').orderBy('id').limit(1000).execute()).map(
    (row) => row.id,
  );
