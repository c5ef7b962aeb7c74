import type { Kysely } from 'kysely';
import type { AnnulmentRow, Database } from '../database/schema.ts';

export interface AnnulmentsOf {
  readonly organ?: string;
  readonly licence?: string;
  /** Only those that were announced: what anybody may see. */
  readonly announced?: boolean;
}

/** Investigations of an organ or about a licence, the newest first; an office has few. */
export const listAnnulments = async (
  database: Kysely<Database>,
  { organ, licence, announced }: AnnulmentsOf,
): Promise<AnnulmentRow[]> => {
  let rows = database.selectFrom('annulments').selectAll();
  if (organ !== undefined) rows = rows.where('organ', '=', organ);
  if (licence !== undefined) rows = rows.where('licence', '=', licence);
  if (announced === true) rows = rows.where('announced', '=', 1);
  return rows.orderBy('asked_at', 'desc').orderBy('id').limit(200).execute();
};
