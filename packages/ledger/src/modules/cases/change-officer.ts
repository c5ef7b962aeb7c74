import type { LedgerEvent } from '@minglu/protocol';
import { event } from '../../events.ts';
import type { Draft } from '../../state/draft.ts';

/** `to` works on the case from here on. */
export function changeOfficer(
  draft: Draft,
  id: string,
  to: string,
  how: 'claim' | 'assign' | 'hand-over',
): LedgerEvent {
  const record = draft.get('case', id);
  draft.write('case', id, { ...record, officer: to });
  const from = record.officer === undefined ? {} : { from: record.officer };
  return event('case.officer-changed', { case: id, organ: record.organ, how, to, ...from });
}
