import type { MatterIndex, Term } from './matter-index.ts';
import type { Run, Span } from './span.ts';

/** Verbs that stand apart from what they do: 开店 is said 开一家修鞋店. */
const VERBS = '开关停搬换补卖养办盖离结领上';
/** At most so many characters between the two. */
const WIDEST = 5;
/** A word in two halves says less than the word. */
const APART = 0.6;

/** The two-character names of matters that begin with such a verb, by the verb. */
export function wordsApart(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const found = new Map<string, Term[]>();
  for (const term of terms) {
    const verb = term.key.charAt(0);
    if (term.strength === 'weak' || term.key.length !== 2 || !VERBS.includes(verb)) continue;
    found.set(verb, [...(found.get(verb) ?? []), term]);
  }
  return found;
}

/** Verb and object with something between them. Only the two halves are explained by it, not what stands between. */
export function matchApart<Id extends string>(index: MatterIndex<Id>, run: Run): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < run.text.length; from += 1) {
    for (const term of index.apart.get(run.text.charAt(from)) ?? []) {
      const to = run.text.indexOf(term.key.charAt(1), from + 2);
      if (to < 0 || to - from - 1 > WIDEST) continue;
      const start = run.start + from;
      spans.push({ start, end: run.start + to + 1, term, how: 'apart', weight: term.weight * APART });
    }
  }
  return spans;
}
