import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import type { CaseRecord } from '../../state/records.ts';

/** Only what ended without a decision is filed anew, and once; against a decision there are remedies. */
export function mayBeFollowed(id: string, record: CaseRecord | undefined): Refusal | undefined {
  if (record === undefined) return refuse('case-unknown', { case: id });
  const { status, successor } = record;
  if (status !== 'returned' && status !== 'withdrawn') return refuse('case-not-refilable', { case: id, status });
  return successor === undefined ? undefined : refuse('case-has-successor', { case: id, successor });
}

interface Refiled {
  readonly service: string;
  readonly previous?: string;
}

/** Nobody hangs an application on somebody else's case: its own key must have named the one that files now. */
export function mayReferToPrevious(
  { service, previous }: Refiled,
  { records, transaction }: DeedContext,
): Refusal | undefined {
  if (previous === undefined) return undefined;
  const record = records.find('case', previous);
  const refusal = mayBeFollowed(previous, record);
  if (refusal !== undefined) return refusal;
  if (record?.service !== service)
    return refuse('case-not-refilable', { case: previous, service: record?.service ?? '' });
  return record.successorKid === transaction.kid ? undefined : refuse('successor-not-named', { case: previous });
}
