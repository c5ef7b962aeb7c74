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
    if (!isFree(taken, span)) continue;
    for (const at of placesOf(span)) taken[at] = true;
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

/** Pairs of neighbouring characters may share one: `公积` and `积金`. */
function isFree(taken: readonly boolean[], span: Span): boolean {
  const places = placesOf(span);
  return span.how === 'part' ? places.some((at) => !taken[at]) : places.every((at) => !taken[at]);
}

/** The places a span explains: all of its stretch, or its two ends. */
function placesOf({ how, start, end }: Span): readonly number[] {
  if (how === 'apart') return [start, end - 1];
  return Array.from({ length: end - start }, (_, at) => start + at);
}
