const HOUR_MS = 3_600_000;

/**
 * Whole years of age at an instant, counted in calendar days of Asia/Shanghai (UTC+8, no summer time since 1992): a
 * person is 18 from 00:00 of the birthday there. Born on 29 February: from 1 March in common years, as 民法典 counts
 * a year to the day before the corresponding date.
 */
export function ageOn(birthDate: string, instantMs: number): number {
  const today = new Date(instantMs + 8 * HOUR_MS).toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) >= birthDate.slice(5) ? years : years - 1;
}
