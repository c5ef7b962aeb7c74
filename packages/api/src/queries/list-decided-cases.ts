import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

/** Cases of which a decision stands among the first `size` entries of the log, in the order of their ids. */
export const listDecidedCases = async (
  database: Kysely<Database>,
  { size }: { readonly size: number },
): Promise<string[]> => {
  const rows = await database
    .selectFrom('events')
    .select('case_id')
    .distinct()
    .where('case_id', '<>', '')
    .where('entry', '<', size)
    .where((either) =>
      either.or([either('events', 'like', '%"case.granted"%'), either('events', 'like', '%"case.refused"%')]),
    )
    .orderBy('case_id')
    .execute();
  return rows.map(({ case_id: id }) => id);
};
