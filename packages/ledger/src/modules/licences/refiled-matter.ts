import type { DeedContext } from '../../deed.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { mayBeFollowed } from '../cases/refiling-rules.ts';
import { holderOf } from './licence-rules.ts';

interface Refiled {
  readonly number: string;
  readonly previous?: string;
  /** Set where somebody takes the business over: his own key asks then, and not the licence's holder. */
  readonly operator?: string;
}

/** Filed anew is what this key asked for before, about this licence, or somebody for it; its own key needs no leave of itself. */
export function mayFollowMatter(
  { number, previous, operator }: Refiled,
  { records, transaction }: DeedContext,
): Refusal | undefined {
  if (previous === undefined) return undefined;
  const record = records.find('case', previous);
  const refusal = mayBeFollowed(previous, record);
  if (refusal !== undefined) return refusal;
  const asker = operator === undefined ? holderOf(records, number) : transaction.kid;
  const isOwn = record?.matter?.licence === number && record.holder === asker;
  return isOwn ? undefined : refuse('successor-not-named', { case: previous });
}
