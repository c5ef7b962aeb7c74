/** Which days are worked, where clocks stand. Days are numbered from 1970-01-01. */
export interface WorkingCalendar {
  readonly offsetMs: number;
  /** Whether people work on this day; by the weekend alone where no notice says otherwise. */
  isWorkingDay(day: number): boolean;
  /** Whether the notice that fixes this day's year is known. */
  isNotified(day: number): boolean;
}

export interface Deadline {
  /** The last millisecond of the last day. */
  readonly dueMs: number;
  /** 暂定: a day that was looked at lies in a year whose notice is not out yet. */
  readonly isProvisional: boolean;
}
