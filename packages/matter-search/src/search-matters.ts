import { type Explanation, explain } from './explain.ts';
import { matchLatin } from './match-latin.ts';
import { matchSounds } from './match-sounds.ts';
import { matchWords } from './match-words.ts';
import type { MatterIndex } from './matter-index.ts';
import { normalise } from './normalise.ts';
import type { Hit, Matched, SearchResult } from './search-result.ts';
import type { Span } from './span.ts';
import { splitRuns } from './split-runs.ts';
import { withOneWord } from './synonyms.ts';
import { weighQuery } from './weigh-query.ts';

const MOST_HITS = 8;
/** A hit far behind the best one is noise. */
const BEHIND = 0.3;
/** Evidence asked of any hit, and more for each character that nothing explains. */
const LEAST = 1.1;
const EACH_UNEXPLAINED = 0.3;

/** The matters somebody may mean, best first; `none` when nothing is near enough, which is better than a wrong one. Never throws. */
export function searchMatters<Id extends string>(index: MatterIndex<Id>, typed: string): SearchResult<Id> {
  const query = withOneWord(normalise(typed));
  if (query === '') return { kind: 'none', reason: 'empty' };
  const spans = splitRuns(query).flatMap((run) =>
    run.isLatin ? matchLatin(index, run) : [...matchWords(index, run), ...matchSounds(index, run)],
  );
  const mass = weighQuery(query);
  const near = [...groupByMatter(spans)]
    .map(([matter, candidates]) => explain(matter, candidates, mass))
    .filter(isNearEnough)
    .sort((a, b) => b.score - a.score || a.matter - b.matter);
  const best = near[0];
  if (best === undefined) return { kind: 'none', reason: 'nothing-near' };
  const hits = near.filter(({ score }) => score >= best.score * BEHIND).slice(0, MOST_HITS);
  return { kind: 'hits', hits: hits.flatMap((explanation) => hitOf(index, explanation)) };
}

function groupByMatter(spans: readonly Span[]): ReadonlyMap<number, readonly Span[]> {
  const groups = new Map<number, Span[]>();
  for (const span of spans) {
    const group = groups.get(span.term.matter);
    if (group === undefined) groups.set(span.term.matter, [span]);
    else group.push(span);
  }
  return groups;
}

/** Evidence must grow with what is left unexplained: a name may stand in a long sentence, talk around a matter needs company. */
function isNearEnough({ spans, coverage, evidence, unexplained }: Explanation): boolean {
  if (evidence < LEAST + EACH_UNEXPLAINED * unexplained) return false;
  const whole = spans.filter(({ how }) => how !== 'part');
  if (whole.length >= 2 && coverage >= 0.3) return true;
  return spans.some((span) => coverage >= coverageNeeded(span));
}

function coverageNeeded({ term, how, start, end }: Span): number {
  if (how === 'part' || term.strength === 'weak') return 0.6;
  if (how === 'exact') return 0.2;
  if (how === 'sound' || how === 'typo') return end - start >= 3 ? 0.5 : 0.8;
  return 0.5;
}

function hitOf<Id extends string>(index: MatterIndex<Id>, { matter, score, spans }: Explanation): Hit<Id>[] {
  const id = index.ids[matter];
  if (id === undefined) return [];
  const matched: Matched[] = [];
  for (const { term, how } of spans) {
    if (!matched.some((known) => known.term === term.text)) matched.push({ term: term.text, how });
  }
  return [{ id, score, matched }];
}
