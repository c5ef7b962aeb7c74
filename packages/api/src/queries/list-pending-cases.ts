import type { Kysely } from 'kysely';
import type { CaseRow, Database } from '../database/schema.ts';

export interface PendingCasesPage {
  readonly cases: readonly CaseRow[];
  readonly total: number;
}

/** An organ's queue, the case whose promised date comes first at the top. */
export const listPendingCases = async (
  database: Kysely<Database>,
  input: { readonly organ: string; readonly offset: number; readonly limit: number },
): Promise<PendingCasesPage> => {
  const waiting = database.selectFrom('cases').where('status', '=', 'pending').where('organ', '=', input.organ);
  const cases = await waiting
    .selectAll()
    .orderBy('promised_at')
    .orderBy('submitted_at')
    .orderBy('id')
    .limit(input.limit)
    .offset(input.offset)
    .execute();
  const { total } = await waiting.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { cases, total };
};
