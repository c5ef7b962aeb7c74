import type { Kysely } from 'kysely';
import type { Database, LicenceRow } from '../database/schema.ts';

/** Closings by the short procedure that run at an organ, the one that ends first at the top. */
export const listClosings = async (
  database: Kysely<Database>,
  { organ, offset, limit }: { readonly organ: string; readonly offset: number; readonly limit: number },
): Promise<{ readonly licences: readonly LicenceRow[]; readonly total: number }> => {
  const running = database.selectFrom('licences').where('organ', '=', organ).where('closing_due_at', 'is not', null);
  const licences = await running
    .selectAll()
    .orderBy('closing_due_at')
    .orderBy('row')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await running.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { licences, total };
};
