import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';
import { withDue } from '../cases/case-clock.ts';
import { currentDue } from './annulment-clock.ts';
import { writeAnnulment } from './write-annulment.ts';

/**
 * A term of an investigation passes: a fact about the organ, and nothing else comes of it. Counted once more by the
 * calendar as it is now, since a notice may have come after the date was set.
 */
export function annulmentPasses(draft: Draft, id: string, timeMs: number): LedgerEvent[] {
  const record = draft.get('annulment', id);
  const { organ, licence } = record;
  const due = currentDue(draft, record);
  const counted = withDue(record, due);
  if (due.dueAt >= timeMs) {
    writeAnnulment(draft, id, counted);
    return [];
  }
  writeAnnulment(draft, id, { ...counted, late: true });
  return [event('annulment.overdue', { annulment: id, licence, organ, ...due })];
}
