import type { Kysely } from 'kysely';
import type { AuditMatterRow, Database } from '../database/schema.ts';

export interface AuditMattersOf {
  readonly kind: AuditMatterRow['kind'];
  readonly organ?: string;
  readonly case?: string;
}

const MOST = 200;

/** Findings, holds or emergencies, the newest first. */
export const listAuditMatters = async (
  database: Kysely<Database>,
  { kind, organ, case: of }: AuditMattersOf,
): Promise<AuditMatterRow[]> => {
  let rows = database.selectFrom('audit_matters').selectAll().where('kind', '=', kind);
  if (organ !== undefined) rows = rows.where('organ', '=', organ);
  if (of !== undefined) rows = rows.where('case_id', '=', of);
  return rows.orderBy('at', 'desc').orderBy('id').limit(MOST).execute();
};
