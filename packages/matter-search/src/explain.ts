import type { Span } from './span.ts';

/** How much of the query one matter's words explain, and how well. */
export interface Explanation {
  readonly matter: number;
  readonly score: number;
  /** Sum of the weights of the spans. */
  readonly evidence: number;
  /** What was said and is not explained, in characters. */
  readonly unexplained: number;
  /** Share of what was said, words of asking left aside, that is explained: 0 to 1. */
  readonly coverage: number;
  /** Spans that do not overlap, heaviest first. */
  readonly spans: readonly Span[];
}

/** Picks the heaviest spans that do not overlap; `mass` says what each place of the query weighs. */
export function explain(matter: number, candidates: readonly Span[], mass: readonly number[]): Explanation {
  const sorted = [...candidates].sort((a, b) => b.weight - a.weight || a.start - b.start || b.end - a.end);
  const taken: boolean[] = [];
  const spans: Span[] = [];
  for (const span of sorted) {
    // Pairs of neighbouring characters may share one: `公积` and `积金`.
    const free = span.how === 'part' ? !taken[span.start] || !taken[span.end - 1] : isFree(taken, span);
    if (!free) continue;
    for (let at = span.start; at < span.end; at += 1) taken[at] = true;
    spans.push(span);
  }
  let explained = 0;
  let unexplained = 0;
  for (const [at, weight] of mass.entries()) {
    if (taken[at]) explained += Math.max(weight, 0.2);
    else unexplained += weight;
  }
  const coverage = explained / Math.max(explained + unexplained, 0.001);
  const evidence = spans.reduce((sum, { weight }) => sum + weight, 0);
  return { matter, score: evidence * (0.5 + 0.5 * coverage), evidence, unexplained, coverage, spans };
}

function isFree(taken: readonly boolean[], { start, end }: Span): boolean {
  for (let at = start; at < end; at += 1) if (taken[at]) return false;
  return true;
}
