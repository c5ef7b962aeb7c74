import type { Kysely } from 'kysely';
import type { Database, EventRow } from '../database/schema.ts';

/** What happened to a case, oldest first; a case has a handful of events, the cap is against a damaged index. */
export const listCaseEvents = async (
  database: Kysely<Database>,
  input: { readonly caseId: string },
): Promise<EventRow[]> =>
  database
    .selectFrom('events')
    .selectAll()
    .where('case_id', '=', input.caseId)
    .where('case_id', '<>', '')
    .orderBy('entry')
    .orderBy('part')
    .limit(500)
    .execute();
