import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';

/** The statutory date passes: a fact about the organ, and nothing happens to the applicant by it. */
export function duePasses(draft: Draft, id: string): LedgerEvent[] {
  const record = draft.get('case', id);
  const { organ, dueAt = 0, isProvisional } = record;
  draft.write('case', id, { ...record, late: true });
  const provisional = isProvisional === undefined ? {} : { isProvisional };
  return [event('case.overdue', { case: id, organ, dueAt, ...provisional })];
}

export function reviewPasses(draft: Draft, id: string): LedgerEvent[] {
  const record = draft.get('case', id);
  if (record.review === undefined) return [];
  draft.write('case', id, { ...record, review: { ...record.review, late: true } });
  return [event('case.review-overdue', { case: id, organ: record.organ, dueAt: record.review.dueAt })];
}
