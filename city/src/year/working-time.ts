import type { JsonObject } from '@minglu/protocol';
import { calendar2025 } from '../seed/calendar-2025.ts';
import { calendar2026 } from '../seed/calendar-2026.ts';

const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;
const OPENS_MS = 9 * 3_600_000;
const CLOSES_MS = 17 * 3_600_000;

const daysOf = (calendar: JsonObject, member: 'off' | 'worked') => calendar[member] as readonly string[];
const off = new Set([...daysOf(calendar2025, 'off'), ...daysOf(calendar2026, 'off')]);
const worked = new Set([...daysOf(calendar2025, 'worked'), ...daysOf(calendar2026, 'worked')]);

/** Whether offices are open on the day of `timeMs`, Asia/Shanghai. */
export function isWorkingDay(timeMs: number): boolean {
  const local = new Date(timeMs + CHINA_OFFSET_MS);
  const day = local.toISOString().slice(0, 10);
  if (off.has(day)) return false;
  return worked.has(day) || (local.getUTCDay() !== 0 && local.getUTCDay() !== 6);
}

/** `timeMs`, or when an office opens next after it. */
export function officeTime(timeMs: number): number {
  for (let day = startOfDay(timeMs); ; day += DAY_MS) {
    if (!isWorkingDay(day)) continue;
    const at = Math.max(timeMs, day + OPENS_MS);
    if (at < day + CLOSES_MS) return at;
  }
}

/** Midnight before `timeMs`. */
export function startOfDay(timeMs: number): number {
  return Math.trunc((timeMs + CHINA_OFFSET_MS) / DAY_MS) * DAY_MS - CHINA_OFFSET_MS;
}

/** The first instant of a month, `2025-11`. */
export function startOfMonth(month: string): number {
  return Date.parse(`${month}-01T00:00:00+08:00`);
}
