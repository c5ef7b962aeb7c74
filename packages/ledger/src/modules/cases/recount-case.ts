import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseRecord } from '../../state/records.ts';
import { caseRegion, type DueDate, dueAfter, withDue } from './case-clock.ts';
import { writeCase } from './write-case.ts';

/**
 * Counts the open clocks of a case again by the calendar as it is now. A date that moves ahead again takes back that it
 * had passed: the notice, not the officer, was late. The event keeps the old date.
 */
export function recountCase(draft: Draft, id: string, timeMs: number): LedgerEvent[] {
  const record = draft.find('case', id);
  if (record === undefined) return [];
  const region = caseRegion(draft, record);
  const decision = recountDecision(draft, record, region);
  const review = recountReview(draft, record, region);
  let moved = record;
  const events: LedgerEvent[] = [];
  if (decision !== undefined) {
    const { late, ...rest } = withDue(record, decision);
    moved = late === undefined || decision.dueAt >= timeMs ? rest : { ...rest, late };
    events.push(dueChanged(id, record.organ, record.dueAt, { clock: 'decision', ...decision }));
  }
  if (review !== undefined && record.review !== undefined) {
    const { dueAt: from, isProvisional: _isProvisional, late, ...rest } = record.review;
    const marked = late === undefined || review.dueAt >= timeMs ? {} : { late };
    moved = { ...moved, review: { ...rest, ...review, ...marked } };
    events.push(dueChanged(id, record.organ, from, { clock: 'review', ...review }));
  }
  if (events.length > 0) writeCase(draft, id, moved);
  return events;
}

function recountDecision(draft: Draft, record: CaseRecord, region: string): DueDate | undefined {
  if (record.status !== 'pending' || record.clock === undefined) return undefined;
  return changed(record, dueAfter(draft, region, record.submittedAt, record.clock.days));
}

function recountReview(draft: Draft, { review }: CaseRecord, region: string): DueDate | undefined {
  if (review === undefined || review.outcome !== undefined) return undefined;
  return changed(review, dueAfter(draft, region, review.at, review.days));
}

function changed(was: Partial<DueDate>, is: DueDate): DueDate | undefined {
  return was.dueAt === is.dueAt && was.isProvisional === is.isProvisional ? undefined : is;
}

function dueChanged(id: string, organ: string, from: number | undefined, to: DueDate & { clock: string }): LedgerEvent {
  const { clock, ...due } = to;
  return event('case.due-changed', { case: id, organ, clock, from: from ?? 0, ...due });
}
