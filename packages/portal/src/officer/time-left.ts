export interface TimeLeft {
  readonly state: 'none' | 'over' | 'soon' | 'enough';
  /** Whole hours, rounded down: an hour that is not whole is not promised to the officer. */
  readonly hours: number;
}

const HOUR_MS = 3_600_000;
const SOON_MS = 24 * HOUR_MS;

/** How a promised instant looks from now; exactly at the instant it is over. */
export function timeLeft(promisedAt: number | undefined, nowMs: number): TimeLeft {
  if (promisedAt === undefined) return { state: 'none', hours: 0 };
  const leftMs = promisedAt - nowMs;
  if (leftMs <= 0) return { state: 'over', hours: 0 };
  return { state: leftMs <= SOON_MS ? 'soon' : 'enough', hours: Math.floor(leftMs / HOUR_MS) };
}
