const DAY_MS = 86_400_000;
/** As the chain has it; a longer right is a rule, which two people make. */
export const MOST_DAYS = 366;

/** The last millisecond of the day in China, which keeps one time; NaN for what is no day. */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T23:59:59.999+08:00`);
}

/** Message key of what is wrong with an end. */
export function endProblem(day: string, nowMs: number): string | undefined {
  const until = endOfDay(day);
  if (!(until > nowMs)) return 'rights.missing.until';
  return until - nowMs > MOST_DAYS * DAY_MS ? 'rights.missing.long' : undefined;
}
