import type { DepartmentTrace } from '@minglu/sdk';

/** One thing that was done or seen, as many doors as kept it. */
export interface Trace extends DepartmentTrace {
  readonly key: string;
  /** Streams that have a line of it. */
  readonly kept: readonly string[];
}

/** Leave and opening are two lines of one act: the platform keeps the one, the department the other. */
const SAME_ACT_MS = 90_000;

/** What a department's line was given leave for by which of the platform's. */
const LEAVES: Readonly<Record<string, string>> = { 'sealed.open': 'sealed.ask', 'sealed.mask': 'sealed.ask-masks' };

/** Lines of all doors as one list, newest first: an opening that both doors kept stands once. */
export function mergeTraces(lines: readonly DepartmentTrace[]): readonly Trace[] {
  const allowed = lines.filter(({ result }) => result === 'allowed');
  const openings = allowed.filter(({ action }) => LEAVES[action] !== undefined);
  const leaves = allowed.filter(({ action }) => Object.values(LEAVES).includes(action));
  const used = new Set<DepartmentTrace>();
  const leaveOf = (opening: DepartmentTrace): DepartmentTrace | undefined => {
    const found = leaves.find((leave) => !used.has(leave) && isSameAct(leave, opening));
    if (found !== undefined) used.add(found);
    return found;
  };
  const paired = new Map(openings.map((opening) => [opening, leaveOf(opening)]));
  return lines
    .filter((line) => !used.has(line))
    .map((line) => {
      const leave = paired.get(line);
      const kept = leave === undefined ? [line.via] : [line.via, leave.via];
      return { ...line, key: `${line.via} ${line.seq}`, kept };
    })
    .sort((a, b) => b.at - a.at || b.seq - a.seq);
}

function isSameAct(leave: DepartmentTrace, opening: DepartmentTrace): boolean {
  const isNear = Math.abs(opening.at - leave.at) < SAME_ACT_MS && LEAVES[opening.action] === leave.action;
  return (
    isNear && (['case', 'field', 'purpose', 'number', 'organ'] as const).every((one) => leave[one] === opening[one])
  );
}

/** `2026-11` in China. */
export function monthOf(atMs: number): string {
  return new Date(atMs + 8 * 3_600_000).toISOString().slice(0, 7);
}

/** In their order, by month. */
export function byMonth<T extends { readonly at: number }>(
  traces: readonly T[],
): readonly (readonly [string, readonly T[]])[] {
  const months = new Map<string, T[]>();
  for (const trace of traces) months.set(monthOf(trace.at), [...(months.get(monthOf(trace.at)) ?? []), trace]);
  return [...months];
}
