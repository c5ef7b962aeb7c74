import type { Kysely } from 'kysely';
import type { AccessEventRow, Database } from '../database/schema.ts';

export interface AccessEventsOf {
  readonly names: readonly string[];
  /** Key of whoever asked or declared. */
  readonly kid?: string;
  /** The organisation in charge. */
  readonly organ?: string;
  readonly limit: number;
}

/** What happened to rules, requests or emergencies, the newest first. */
export const listAccessEvents = async (
  database: Kysely<Database>,
  { names, kid, organ, limit }: AccessEventsOf,
): Promise<AccessEventRow[]> => {
  let rows = database
    .selectFrom('access_events')
    .selectAll()
    .where('name', 'in', [...names]);
  if (kid !== undefined) rows = rows.where('kid', '=', kid);
  if (organ !== undefined) rows = rows.where('organ', '=', organ);
  return rows.orderBy('entry', 'desc').orderBy('part', 'desc').limit(limit).execute();
};
