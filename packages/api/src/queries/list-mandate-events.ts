import type { Kysely } from 'kysely';
import type { Database, MandateEventRow } from '../database/schema.ts';

interface Question {
  /** Thumbprints: whatever one of them gave, or was given. */
  readonly kids: readonly string[];
  readonly limit: number;
}

/** What happened to the mandates of these keys, the newest first. */
export const listMandateEvents = async (
  database: Kysely<Database>,
  { kids, limit }: Question,
): Promise<MandateEventRow[]> =>
  database
    .selectFrom('mandate_events')
    .selectAll()
    .where((where) => where.or([where('principal', 'in', kids), where('agent', 'in', kids)]))
    .orderBy('entry', 'desc')
    .orderBy('part', 'desc')
    .limit(limit)
    .execute();
