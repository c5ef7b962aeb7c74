import type { Kysely } from 'kysely';
import type { Database, RoleEventRow } from '../database/schema.ts';

/** What happened to the roles of an organisation, the newest first; an office has few people. */
export const listRoleEvents = async (
  database: Kysely<Database>,
  { organ }: { readonly organ: string },
): Promise<RoleEventRow[]> =>
  database
    .selectFrom('role_events')
    .selectAll()
    .where('organ', '=', organ)
    .orderBy('entry', 'desc')
    .orderBy('part', 'desc')
    .limit(500)
    .execute();
