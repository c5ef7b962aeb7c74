import { isOneHand } from '../../access/hand-of.ts';
import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { caseExists, caseIsPending, mayActOnCase } from './case-rules.ts';

const body = { case: transactionId };
type Body = BodyOf<typeof body>;

/** Whoever works on a case gives it back to the organ: it waits for anybody again, and its clocks have not stopped. */
export const releaseCase = defineDeed({
  name: 'cases.release',
  since: 3,
  body,
  sidecar: 'none',
  rules: [caseExists, mayActOnCase('cases.release'), caseIsPending, isMine],
  effect: release,
});

function isMine({ case: id }: Body, { records, transaction }: DeedContext): Refusal | undefined {
  return isOneHand(records, records.find('case', id)?.officer, transaction.kid)
    ? undefined
    : refuse('case-not-with-you', { case: id });
}

function release({ case: id }: Body, { transaction }: DeedContext, draft: Draft): Effect {
  const { officer: _officer, ...record } = draft.get('case', id);
  draft.write('case', id, record);
  const facts = { case: id, organ: record.organ, how: 'release', from: transaction.kid };
  return { events: [event('case.officer-changed', facts)] };
}
