import { type DeedContext, defineDeed } from '../../deed.ts';
import { event } from '../../events.ts';
import { LedgerError } from '../../ledger-error.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { reasonCode, transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import { oneOf } from '../../shape/texts.ts';
import { caseExists, mayActOnCase } from './case-rules.ts';
import { hasSealedReason } from './sealed-words-rule.ts';
import { writeCase } from './write-case.ts';

const body = { case: transactionId, outcome: oneOf('upheld', 'changed'), reason: reasonCode };
type Body = BodyOf<typeof body>;

/**
 * A registrar answers a request for review, with words to the applicant. `changed` says that the matter is set right;
 * the act that does so (a change, an annulment, the decision itself) is a deed of its own, with its own rules.
 */
export const answerReview = defineDeed({
  name: 'cases.answer-review',
  since: 2,
  body,
  sidecar: 'required',
  rules: [caseExists, mayActOnCase('cases.answer-review'), reviewIsOpen, hasSealedReason],
  effect: ({ case: id, outcome, reason }, { transaction, timeMs }, draft) => {
    const record = draft.get('case', id);
    if (record.review === undefined) throw new LedgerError('record-missing', { kind: 'case' });
    const { late } = record.review;
    const marked = late === true || timeMs > record.review.dueAt ? { late: true as const } : {};
    const review = { ...record.review, ...marked, outcome, answeredBy: transaction.kid, answeredAt: timeMs };
    writeCase(draft, id, { ...record, review });
    return { events: [event('case.review-answered', { case: id, organ: record.organ, outcome, reason })] };
  },
});

function reviewIsOpen({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const review = records.find('case', id)?.review;
  const isOpen = review !== undefined && review.outcome === undefined;
  return isOpen ? undefined : refuse('review-unknown', { case: id });
}
