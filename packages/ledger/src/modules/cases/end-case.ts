import { LedgerError } from '../../ledger-error.ts';
import type { Draft } from '../../state/draft.ts';
import type { CaseBody, CaseRecord } from '../../state/records.ts';
import { closeMatter } from '../licences/close-matter.ts';
import { lateness } from './case-clock.ts';

export interface Ending {
  /** Of the person who ended it; nobody where the applicant did. */
  readonly by?: string;
  readonly timeMs: number;
}

export interface Ended {
  readonly record: CaseRecord;
  readonly body: CaseBody;
}

/**
 * A waiting case as it is once somebody ended it, without the application and its promise, and the application apart.
 * What a person decides answers a request that a person look at it.
 */
export function endCase(draft: Draft, id: string, { by, timeMs }: Ending): Ended {
  const { body, promisedAt: _promised, ...record } = draft.get('case', id);
  if (body === undefined) throw new LedgerError('record-missing', { kind: 'case' });
  closeMatter(draft, id, record.matter);
  const decided = by === undefined ? {} : { decidedBy: by };
  const ended = { ...record, ...lateness(record, timeMs), ...decided, decidedAt: timeMs };
  if (record.review === undefined || record.review.outcome !== undefined) return { record: ended, body };
  const answer = by === undefined ? { outcome: 'withdrawn' as const } : { outcome: 'decided' as const, answeredBy: by };
  const review = { ...record.review, ...answer, answeredAt: timeMs };
  return { record: { ...ended, review }, body };
}
