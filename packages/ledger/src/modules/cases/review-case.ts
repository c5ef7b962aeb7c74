import { type DeedContext, defineDeed, type Effect } from '../../deed.ts';
import { event } from '../../events.ts';
import { type Refusal, refuse } from '../../refusals.ts';
import { transactionId } from '../../shape/ids.ts';
import type { BodyOf } from '../../shape/shape.ts';
import type { Draft } from '../../state/draft.ts';
import { caseRegion, dueAfter } from './case-clock.ts';
import { caseExists, mayActOnCase } from './case-rules.ts';
import { writeCase } from './write-case.ts';

const body = { case: transactionId };
type Body = BodyOf<typeof body>;

/**
 * 请人工复核: the applicant asks that a person look at what a machine decided or proposed (个人信息保护法 24), once. It
 * has a clock of its own and moves no other.
 */
export const reviewCase = defineDeed({
  name: 'cases.review',
  since: 2,
  body,
  sidecar: 'optional',
  rules: [caseExists, mayActOnCase('cases.review'), isByMachine, isFirstReview, hasReviewDays],
  effect: review,
});

/** A person's decision is not reviewed here: it has its remedies. */
function isByMachine({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const record = records.find('case', id);
  const status = record?.status ?? '';
  const isOpen = status === 'pending' || (status === 'granted' && record?.decidedBy === undefined);
  return isOpen ? undefined : refuse('case-not-reviewable', { case: id, status });
}

function isFirstReview({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  return records.find('case', id)?.review === undefined ? undefined : refuse('review-exists', { case: id });
}

function hasReviewDays({ case: id }: Body, { records }: DeedContext): Refusal | undefined {
  const service = records.find('case', id)?.service ?? '';
  const procedure = records.find('service', service)?.procedure;
  return procedure === undefined ? refuse('case-without-clock', { case: id }) : undefined;
}

function review({ case: id }: Body, { timeMs }: DeedContext, draft: Draft): Effect {
  const record = draft.get('case', id);
  const days = draft.get('service', record.service).procedure?.reviewDays ?? 0;
  const due = dueAfter(draft, caseRegion(draft, record), timeMs, days);
  writeCase(draft, id, { ...record, review: { at: timeMs, days, ...due } });
  return { events: [event('case.review-asked', { case: id, organ: record.organ, ...due })] };
}
