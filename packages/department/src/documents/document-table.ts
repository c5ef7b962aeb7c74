import type { CaseEvent } from '../follow/case-event.ts';
import type { DocumentRow } from './document-draft.ts';
import { annulmentRows } from './rows/annulment-rows.ts';
import { licenceRows } from './rows/licence-rows.ts';
import { registrationRows } from './rows/registration-rows.ts';

/** Which step makes which 文书. A new deed adds a row. */
export const documentTable: readonly DocumentRow[] = [...registrationRows, ...licenceRows, ...annulmentRows];

/** Steps without a row (a claim, a hand-over, a missed date) make no document. */
export function findDocumentRow(event: CaseEvent): DocumentRow | undefined {
  return documentTable.find((row) => row.event === event.name && (row.when?.(event) ?? true));
}
