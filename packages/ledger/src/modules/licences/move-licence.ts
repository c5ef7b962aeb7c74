import { CHINA_OFFSET_MS, dayAt } from '../../calendar/civil-date.ts';
import type { Draft } from '../../state/draft.ts';
import type { LicenceRecord, LicenceStatus } from '../../state/licence-record.ts';
import { freeName } from '../names/names.ts';

const FINAL: readonly LicenceStatus[] = ['closed', 'withdrawn', 'annulled', 'revoked', 'changed'];

/**
 * Puts a licence into another status from `timeMs` on; what bounded the old one goes with it. Days of 歇业 that are over
 * are added up, a licence that ends for good leaves its name to others, and its closing has come to an end too.
 */
export function moveLicence(draft: Draft, number: string, status: LicenceStatus, timeMs: number): LicenceRecord {
  const before = draft.get('licence', number);
  const { until: _until, closing, serviceAddress: _address, ...record } = before;
  const isFinal = FINAL.includes(status);
  const kept = closing === undefined || isFinal ? {} : { closing };
  const moved = { ...record, ...daysCeased(before, timeMs), ...kept, status, since: timeMs };
  draft.write('licence', number, moved);
  if (isFinal) freeName(draft, record);
  return moved;
}

function daysCeased(
  { status, since, ceasedDays = 0 }: LicenceRecord,
  timeMs: number,
): Pick<LicenceRecord, 'ceasedDays'> {
  if (status !== 'ceased') return {};
  return { ceasedDays: ceasedDays + dayAt(timeMs, CHINA_OFFSET_MS) - dayAt(since, CHINA_OFFSET_MS) };
}
