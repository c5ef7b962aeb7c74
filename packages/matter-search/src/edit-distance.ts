/** Letters changed, missing, too many or swapped, at most `limit`; undefined beyond it. */
export function findEditDistance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let line = 1; line <= a.length; line += 1) {
    const next = [line];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a.charAt(line - 1) === b.charAt(at - 1) ? 0 : 1;
      let cost = Math.min((row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1, (row[at - 1] ?? 0) + same);
      const swapped =
        line > 1 && at > 1 && a.charAt(line - 1) === b.charAt(at - 2) && a.charAt(line - 2) === b.charAt(at - 1);
      if (swapped) cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      next.push(cost);
    }
    if (Math.min(...next) > limit) return undefined;
    before = row;
    row = next;
  }
  const cost = row[b.length] ?? 0;
  return cost > limit ? undefined : cost;
}
