/** A line of the classification; a one-letter code is a 门类, and the 大类 after it belong to it. */
export type Line = readonly [code: string, name: string];

/** The lines right under `code`, or the 门类 when there is none. */
export function linesUnder(rows: readonly Line[], code: string | undefined): readonly Line[] {
  if (code === undefined) return rows.filter(([one]) => one.length === 1);
  if (code.length > 1) return rows.filter(([one]) => one.length === code.length + 1 && one.startsWith(code));
  const from = rows.findIndex(([one]) => one === code) + 1;
  const next = rows.findIndex(([one], index) => index >= from && one.length === 1);
  return rows.slice(from, next < 0 ? undefined : next).filter(([one]) => one.length === 2);
}
