import { addCalendarDays, addMonths, addWorkingDays } from '../../calendar/add-days.ts';
import { calendarOf } from '../../calendar/calendar-of.ts';
import type { Deadline } from '../../calendar/working-calendar.ts';
import type { AnnulmentRecord } from '../../state/annulment-record.ts';
import type { RecordFinder } from '../../state/record-finder.ts';
import type { DueDate } from '../cases/case-clock.ts';

/** 在3个工作日内作出是否受理的决定 (实施细则 52). */
export const ANSWER_DAYS = 3;
/** 于3个月内完成调查；经登记机关负责人批准，可以延长3个月 (实施细则 53). */
export const INVESTIGATION_MONTHS = 3;
/** 公示期45日 (条例 40). */
const ANNOUNCED_DAYS = 45;

export function answerDue(records: RecordFinder, licence: string, fromMs: number): DueDate {
  return dueDate(addWorkingDays(calendarFor(records, licence), fromMs, ANSWER_DAYS));
}

/** By the calendar as it is now; days on which the investigation was stayed are added at the end. */
export function investigationDue(
  records: RecordFinder,
  { licence, takenUpAt = 0, months = INVESTIGATION_MONTHS, stayedDays = 0 }: AnnulmentRecord,
): DueDate {
  return dueDate(addMonths(calendarFor(records, licence), takenUpAt, months, stayedDays));
}

/** The clock that runs now. */
export function currentDue(records: RecordFinder, record: AnnulmentRecord): DueDate {
  const { status, licence, askedAt } = record;
  return status === 'asked' ? answerDue(records, licence, askedAt) : investigationDue(records, record);
}

export function announcedUntil(records: RecordFinder, licence: string, fromMs: number): number {
  return addCalendarDays(calendarFor(records, licence), fromMs, ANNOUNCED_DAYS).dueMs;
}

function calendarFor(records: RecordFinder, licence: string) {
  return calendarOf(records, records.find('licence', licence)?.region ?? '');
}

function dueDate({ dueMs, isProvisional }: Deadline): DueDate {
  return isProvisional ? { dueAt: dueMs, isProvisional } : { dueAt: dueMs };
}
