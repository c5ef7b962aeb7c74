import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export const listOrganisations = async (database: Kysely<Database>, _input: Record<string, never>): Promise<string[]> =>
  (await database.selectFrom('organisations').select('id').orderBy('since').orderBy('id').limit(1000).execute()).map(
    (row) => row.id,
  );
