const SHANGHAI_MS = 8 * 3_600_000;

/** 2026年6月1日: the civil day of Asia/Shanghai at an instant. */
export function chineseDate(timeMs: number): string {
  const day = new Date(timeMs + SHANGHAI_MS);
  return `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
}

/** The year of an instant in Asia/Shanghai. */
export function chineseYear(timeMs: number): number {
  return new Date(timeMs + SHANGHAI_MS).getUTCFullYear();
}
