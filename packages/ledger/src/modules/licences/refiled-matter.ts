import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { mayBeFollowed } from '../cases/refiling-rules.ts';

interface Refiled {
  readonly number: string;
  readonly previous?: string;
}

/** Filed anew is what this key asked for before, about this licence; its own key needs no leave of itself. */
export function mayFollowMatter(
  { number, previous }: Refiled,
  { records, transaction }: DeedContext,
): Refusal | undefined {
  if (previous === undefined) return undefined;
  const record = records.find('case', previous);
  const refusal = mayBeFollowed(previous, record);
  if (refusal !== undefined) return refusal;
  const isOwn = record?.matter?.licence === number && record.holder === transaction.kid;
  return isOwn ? undefined : refuse('successor-not-named', { case: previous });
}
