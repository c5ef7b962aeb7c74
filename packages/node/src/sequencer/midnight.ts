const DAY_MS = 86_400_000;
/** Asia/Shanghai has kept UTC+8 without summer time since 1991-09-15, before any chain of ours. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The first local midnight (Asia/Shanghai) strictly after `timeMs`. */
export function nextMidnightMs(timeMs: number): number {
  const local = timeMs + SHANGHAI_OFFSET_MS;
  return (Math.floor(local / DAY_MS) + 1) * DAY_MS - SHANGHAI_OFFSET_MS;
}
