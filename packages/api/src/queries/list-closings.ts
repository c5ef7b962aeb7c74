import type { Kysely } from 'kysely';
import type { Database, LicenceRow } from '../database/schema.ts';

export interface ClosingsOf {
  readonly organ: string;
  /** Only those of these districts; all where it is not said. */
  readonly regions?: readonly string[] | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** Closings by the short procedure that run at an organ, the one that ends first at the top. */
export const listClosings = async (
  database: Kysely<Database>,
  { organ, regions, offset, limit }: ClosingsOf,
): Promise<{ readonly licences: readonly LicenceRow[]; readonly total: number }> => {
  const all = database.selectFrom('licences').where('organ', '=', organ).where('closing_due_at', 'is not', null);
  const running = regions === undefined ? all : all.where('region', 'in', [...regions]);
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
