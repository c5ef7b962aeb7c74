import { type Kysely, sql } from 'kysely';
import type { Database, LicenceRow } from '../database/schema.ts';
import { queryTokens } from '../followers/projections/name-tokens.ts';

export interface LicenceSearch {
  /** Part of a trade name, or a whole number. */
  readonly text?: string;
  /** Region code or the beginning of one, in whole levels of two digits. */
  readonly region?: string;
  /** Kind of licence, as its service registered it. */
  readonly kind?: string;
  /** `2026-11` */
  readonly month?: string;
  /** The last row of the page before. */
  readonly after?: number;
  readonly limit: number;
}

export interface LicencePage {
  readonly licences: readonly FoundLicence[];
  readonly next: number | undefined;
}

export type FoundLicence = Pick<
  LicenceRow,
  'row' | 'number' | 'kind' | 'organ' | 'trade_name' | 'region' | 'status' | 'issued_at'
>;

const NUMBER = /^(?:[0-9A-Z]{18}|[A-Z]{2,4}[0-9]{9,18})$/;

/** Newest first. All values are parameters; the match expression is made of our own tokens, each quoted. */
export const searchLicences = async (database: Kysely<Database>, search: LicenceSearch): Promise<LicencePage> => {
  const text = (search.text ?? '').trim();
  let query = database
    .selectFrom('licences')
    .select(['row', 'number', 'kind', 'organ', 'trade_name', 'region', 'status', 'issued_at'])
    .orderBy('row', 'desc')
    .limit(search.limit + 1);
  if (NUMBER.test(text.toUpperCase())) query = query.where('number', '=', text.toUpperCase());
  else if (text !== '') {
    const tokens = queryTokens(text);
    if (tokens.length === 0) return { licences: [], next: undefined };
    const match = tokens.map((token) => `"${token.replaceAll('"', '""')}"`).join(' AND ');
    query = query.where(sql<boolean>`row in (select rowid from licence_names where licence_names match ${match})`);
  }
  if (search.region !== undefined) {
    const until =
      search.region.slice(0, -1) + String.fromCharCode(search.region.charCodeAt(search.region.length - 1) + 1);
    query = query.where('region', '>=', search.region).where('region', '<', until);
  }
  if (search.kind !== undefined) query = query.where('kind', '=', search.kind);
  if (search.month !== undefined) {
    const { month } = search;
    const first = database.selectFrom('licence_months').select('first_row');
    query = query
      .where('row', '>=', first.where('month', '=', month))
      .where('row', '<', (eb) =>
        eb.fn.coalesce(first.where('month', '>', month).orderBy('month').limit(1), eb.val(Number.MAX_SAFE_INTEGER)),
      );
  }
  if (search.after !== undefined) query = query.where('row', '<', search.after);
  const rows = await query.execute();
  const licences = rows.slice(0, search.limit);
  return { licences, next: rows.length > search.limit ? licences.at(-1)?.row : undefined };
};
