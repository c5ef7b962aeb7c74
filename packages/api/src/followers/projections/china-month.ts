const HOUR_MS = 3_600_000;

/** `2026-11` at UTC+8, the one time zone of the register. */
export const chinaMonth = (timeMs: number): string => new Date(timeMs + 8 * HOUR_MS).toISOString().slice(0, 7);
