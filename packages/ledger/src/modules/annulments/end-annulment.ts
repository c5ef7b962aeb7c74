import type { DeedContext } from '../../deed.ts';
import type { AnnulmentRecord, AnnulmentStatus } from '../../state/annulment-record.ts';
import type { Draft } from '../../state/draft.ts';
import { writeAnnulment } from './write-annulment.ts';

/** An investigation as it is once somebody ended it, in time or not. */
export function endAnnulment(
  draft: Draft,
  id: string,
  status: AnnulmentStatus,
  { transaction, timeMs }: DeedContext,
): AnnulmentRecord {
  const record = draft.get('annulment', id);
  const late = timeMs > record.dueAt ? { late: true as const } : {};
  const ended = { ...record, status, ...late, decidedBy: transaction.kid, decidedAt: timeMs };
  writeAnnulment(draft, id, ended);
  return draft.get('annulment', id);
}
