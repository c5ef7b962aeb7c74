import { dayAt, endOfDay, monthsLater } from './civil-date.ts';
import type { Deadline, WorkingCalendar } from './working-calendar.ts';

/** The end of the `days`th working day after the day of `startMs`, which itself is not counted (民法典 201). `days` ≥ 1. */
export function addWorkingDays(calendar: WorkingCalendar, startMs: number, days: number): Deadline {
  let day = dayAt(startMs, calendar.offsetMs);
  let isProvisional = false;
  for (let left = days; left > 0; ) {
    day += 1;
    isProvisional ||= !calendar.isNotified(day);
    if (calendar.isWorkingDay(day)) left -= 1;
  }
  return { dueMs: endOfDay(day, calendar.offsetMs), isProvisional };
}

/**
 * The end of the `days`th calendar day after the day of `startMs`; where that is a day off, of the first day after it
 * that is worked (民法典 201, 203).
 */
export function addCalendarDays(calendar: WorkingCalendar, startMs: number, days: number): Deadline {
  return endOfTerm(calendar, dayAt(startMs, calendar.offsetMs) + days);
}

/** The end of the day of `startMs`, `months` later and `days` after that; moved past days off in the same way. */
export function addMonths(calendar: WorkingCalendar, startMs: number, months: number, days = 0): Deadline {
  return endOfTerm(calendar, monthsLater(dayAt(startMs, calendar.offsetMs), months) + days);
}

function endOfTerm(calendar: WorkingCalendar, lastDay: number): Deadline {
  let day = lastDay;
  let isProvisional = !calendar.isNotified(day);
  while (!calendar.isWorkingDay(day)) {
    day += 1;
    isProvisional ||= !calendar.isNotified(day);
  }
  return { dueMs: endOfDay(day, calendar.offsetMs), isProvisional };
}
