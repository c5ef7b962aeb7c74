import { addWorkingDays } from '../../calendar/add-days.ts';
import { calendarOf } from '../../calendar/calendar-of.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import type { CaseRecord } from '../../state/records.ts';

/** As it stands in records and events: a certain date says nothing about being certain. */
export interface DueDate {
  readonly dueAt: number;
  readonly isProvisional?: true;
}

export function dueAfter(records: RecordFinder, region: string, startMs: number, workingDays: number): DueDate {
  const { dueMs, isProvisional } = addWorkingDays(calendarOf(records, region), startMs, workingDays);
  return isProvisional ? { dueAt: dueMs, isProvisional } : { dueAt: dueMs };
}

/** Where the case is handled: which days are worked there. */
export function caseRegion(records: RecordFinder, record: CaseRecord): string {
  if (record.body !== undefined) return record.body.region;
  const licence = record.licence === undefined ? undefined : records.find('licence', record.licence);
  return licence?.region ?? '';
}

/** The same record with the date put in place of its old one. */
export function withDue<T extends Partial<DueDate>>(record: T, due: DueDate): T {
  const { dueAt: _dueAt, isProvisional: _isProvisional, ...rest } = record;
  return { ...rest, ...due } as T;
}

/** What is said of a case that a person decided after its date, whether or not the date was noticed before. */
export function lateness(record: CaseRecord, timeMs: number): Pick<CaseRecord, 'late'> {
  return record.dueAt !== undefined && timeMs > record.dueAt ? { late: true } : {};
}
