import type { Kysely } from 'kysely';
import type { AuditAnchorRow, Database } from '../database/schema.ts';

const MOST = 500;

/** What the ledger said of a stream, the newest first. */
export const listAnchorsOf = async (
  database: Kysely<Database>,
  { stream }: { readonly stream: string },
): Promise<AuditAnchorRow[]> =>
  database
    .selectFrom('audit_anchors')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('size', 'desc')
    .limit(MOST)
    .execute();
