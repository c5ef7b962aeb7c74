import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';

export function proposalLapses(draft: Draft, proposal: string): LedgerEvent[] {
  draft.remove('rule-proposal', proposal);
  return [event('access.proposal-lapsed', { proposal })];
}

export function requestLapses(draft: Draft, request: string): LedgerEvent[] {
  const record = draft.get('access-request', request);
  draft.write('access-request', request, { ...record, status: 'lapsed' });
  return [event('access.request-lapsed', { request, kid: record.kid, organ: record.organ })];
}

/** Nobody judged it in time; whoever watches the watchers sees that here. */
export function emergencyPasses(draft: Draft, subject: string): LedgerEvent[] {
  const [kid = '', id = ''] = subject.split('/');
  const record = draft.get('emergency', subject);
  draft.write('emergency', subject, { ...record, late: true });
  return [event('access.emergency-overdue', { case: id, kid, organ: record.organ })];
}
