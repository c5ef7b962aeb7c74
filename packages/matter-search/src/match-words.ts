import type { MatterIndex } from './matter-index.ts';
import type { Run, Span } from './span.ts';

/** Two neighbouring characters of a word say less than the word. */
const PART = 0.22;
const PART_MOST = 1.1;

/** Words of the guides that stand in the run as they are, and pairs of neighbouring characters of such words. */
export function matchWords<Id extends string>(index: MatterIndex<Id>, run: Run): Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < run.text.length; from += 1) {
    const longest = Math.min(run.text.length, from + index.longestWord);
    for (let to = from + 1; to <= longest; to += 1) {
      const start = run.start + from;
      for (const term of index.words.get(run.text.slice(from, to)) ?? []) {
        spans.push({ start, end: run.start + to, term, how: 'exact', weight: term.weight });
      }
      if (to - from === 2) spans.push(...pairSpans(index, run.text.slice(from, to), start));
    }
  }
  return spans;
}

function pairSpans<Id extends string>(index: MatterIndex<Id>, pair: string, start: number): Span[] {
  const terms = index.pairs.get(pair) ?? [];
  const rarity = 1 / Math.sqrt(terms.length);
  return terms.map((term) => {
    const weight = Math.min(PART_MOST, term.weight * PART) * rarity;
    return { start, end: start + 2, term, how: 'part', weight } as const;
  });
}
