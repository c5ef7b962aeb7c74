const HOUR_MS = 3_600_000;
/** China has one time, and no summer time. */
const CHINA_MS = 8 * HOUR_MS;
/** Office hours: before and after, nobody looks at files in the ordinary course of things. */
const FIRST_HOUR = 8;
const LAST_HOUR = 19;

export interface HourOf<T> {
  /** Its beginning, milliseconds. */
  readonly from: number;
  readonly lines: readonly T[];
}

/** By the hour in which they were, newest first; hours without any are left out. */
export function byHour<T extends { readonly at: number }>(lines: readonly T[]): readonly HourOf<T>[] {
  const hours = new Map<number, T[]>();
  for (const line of lines) {
    const from = line.at - (line.at % HOUR_MS);
    hours.set(from, [...(hours.get(from) ?? []), line]);
  }
  return [...hours].sort(([a], [b]) => b - a).map(([from, found]) => ({ from, lines: found }));
}

/** How many in each hour of the day in China, 0 to 23. */
export function byHourOfDay(lines: readonly { readonly at: number }[]): readonly number[] {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const { at } of lines) {
    const hour = hourOfDay(at);
    counts[hour] = (counts[hour] ?? 0) + 1;
  }
  return counts;
}

export function hourOfDay(at: number): number {
  return Math.floor((at + CHINA_MS) / HOUR_MS) % 24;
}

export function isOutOfHours(hour: number): boolean {
  return hour < FIRST_HOUR || hour >= LAST_HOUR;
}
