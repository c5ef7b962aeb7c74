import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.ts';

export interface NumberRange {
  /** `2026-11`; with it, the licence issued last before the month and the one issued first after it are there too. */
  readonly month?: string;
  /** The last row of the page before. */
  readonly after?: number;
  readonly limit: number;
}

export interface NumberRow {
  readonly row: number;
  readonly number: string;
}

/** Numbers in the order they were dealt out. */
export const listLicenceNumbers = async (database: Kysely<Database>, range: NumberRange): Promise<NumberRow[]> => {
  let query = database.selectFrom('licences').select(['row', 'number']).orderBy('row').limit(range.limit);
  if (range.month !== undefined) {
    const { month } = range;
    const first = database.selectFrom('licence_months').select('first_row');
    const from = await first.where('month', '>=', month).orderBy('month').limit(1).executeTakeFirst();
    const until = await first.where('month', '>', month).orderBy('month').limit(1).executeTakeFirst();
    const total = await database
      .selectFrom('licences')
      .select((eb) => eb.fn.max('row').as('row'))
      .executeTakeFirst();
    const lastRow = Number(total?.row ?? 0);
    query = query
      .where('row', '>=', (from?.first_row ?? lastRow + 1) - 1)
      .where('row', '<=', until?.first_row ?? Number.MAX_SAFE_INTEGER);
  }
  if (range.after !== undefined) query = query.where('row', '>', range.after);
  return query.execute();
};
