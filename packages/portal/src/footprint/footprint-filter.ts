import type { Trace } from './merge-traces.ts';

export interface FootprintFilter {
  /** Of one case; all of them when empty. */
  readonly case: string;
  readonly kind: 'all' | 'opened' | 'read' | 'deed' | 'denied';
  /** What the person did themselves, and what processes did by themselves. */
  readonly withOwn: boolean;
}

const KINDS: Readonly<Record<Exclude<FootprintFilter['kind'], 'all'>, readonly string[]>> = {
  opened: ['unmask'],
  read: ['read', 'export'],
  deed: ['deed', 'key-use'],
  denied: ['denied'],
};

/** What is left of the list; somebody else's reads are never left out but by the person's own choice. */
export function filterTraces(traces: readonly Trace[], filter: FootprintFilter): readonly Trace[] {
  return traces.filter(
    (trace) =>
      (filter.case === '' || trace.case === filter.case) &&
      (filter.kind === 'all' || KINDS[filter.kind].includes(trace.kind)) &&
      (filter.withOwn || trace.who !== 'you'),
  );
}
