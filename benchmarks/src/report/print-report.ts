import type { Row } from './row.ts';

/** Prints one JSON line a row and a last line in words; answers the exit code: 1 when a bar was missed. */
export function printReport(rows: readonly Row[], print: (line: string) => void): number {
  for (const row of rows) print(JSON.stringify(row));
  const barred = rows.filter((row) => row.holds !== undefined);
  const missed = barred.filter((row) => row.holds === false);
  const names = missed.map((row) => `${row.name} (${row.value} ${row.unit}, ${row.bar})`).join('; ');
  print(
    missed.length === 0
      ? `all ${barred.length} bars hold`
      : `${missed.length} of ${barred.length} bars missed: ${names}`,
  );
  return missed.length === 0 ? 0 : 1;
}
