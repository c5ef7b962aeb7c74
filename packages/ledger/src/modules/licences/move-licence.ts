import type { Draft } from '../../state/draft.ts';
import type { LicenceRecord, LicenceStatus } from '../../state/records.ts';

/** Puts a licence into another status from `timeMs` on; what bounded the old one goes with it. */
export function moveLicence(draft: Draft, number: string, status: LicenceStatus, timeMs: number): LicenceRecord {
  const { until: _until, ...record } = draft.get('licence', number);
  const moved = { ...record, status, since: timeMs };
  draft.write('licence', number, moved);
  return moved;
}
