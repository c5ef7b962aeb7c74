const HOUR_MS = 3_600_000;

let hour = -1;
let month = '';

/** `2026-11` at UTC+8, the one time zone of the register. Blocks come in order, so the last hour is the likely one. */
export const chinaMonth = (timeMs: number): string => {
  const asked = Math.floor(timeMs / HOUR_MS);
  if (asked === hour) return month;
  hour = asked;
  month = new Date((asked + 8) * HOUR_MS).toISOString().slice(0, 7);
  return month;
};
