import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';

/** Nobody answered in time: marked, and on both desks. */
export function findingPasses(draft: Draft, finding: string): LedgerEvent[] {
  const record = draft.get('finding', finding);
  draft.write('finding', finding, { ...record, late: true });
  return [event('audit.finding-overdue', { finding, organ: record.organ, dueAt: record.dueAt })];
}

/** No second person looked at it: what the law wants erased is not kept on one person's word. */
export function holdLapses(draft: Draft, id: string): LedgerEvent[] {
  const { organ } = draft.get('hold', id);
  draft.remove('hold', id);
  return [event('audit.hold-lapsed', { case: id, organ })];
}
