import { type Explanation, explain } from './explain.ts';
import { asksForMoney, speaksToAnOffice } from './intent.ts';
import { matchApart } from './match-apart.ts';
import { matchLatin } from './match-latin.ts';
import { matchSounds } from './match-sounds.ts';
import { matchWords } from './match-words.ts';
import type { MatterIndex } from './matter-index.ts';
import { normalise } from './normalise.ts';
import type { Hit, Matched, SearchResult } from './search-result.ts';
import type { Run, Span } from './span.ts';
import { splitRuns } from './split-runs.ts';
import { withOneWord } from './synonyms.ts';
import { OFF_TOPIC_MASS, weighQuery } from './weigh-query.ts';

const MOST_HITS = 8;
/** A hit far behind the best one is noise. */
const BEHIND = 0.3;
/** Evidence asked of any hit, and more for each character that nothing explains. */
const LEAST = 1.1;
const EACH_UNEXPLAINED = 0.3;
/** How much less is asked of somebody who speaks to an office. */
const LENIENT = 0.7;
/** What it adds to be paid where money was asked for. */
const PAYING = 1.2;

/** The matters somebody may mean, best first; `none` when nothing is near enough, which is better than a wrong one. Never throws. */
export function searchMatters<Id extends string>(index: MatterIndex<Id>, typed: string): SearchResult<Id> {
  const query = withOneWord(normalise(typed));
  if (query === '') return { kind: 'none', reason: 'empty' };
  const mass = weighQuery(query, index.words);
  const spans = splitRuns(query)
    .flatMap((run) => spansOf(index, run, mass))
    .filter((span) => !isOffTopic(span, mass));
  const leniency = speaksToAnOffice(query) ? LENIENT : 1;
  const wantsMoney = asksForMoney(query);
  const favour = (matter: number) => (wantsMoney && index.paying.has(matter) ? PAYING : 1);
  const near = [...groupByMatter(spans)]
    .map(([matter, candidates]) => explain(matter, candidates, mass))
    .filter((explanation) => isNearEnough(explanation, leniency) && !isOfAnotherWorld(explanation, mass))
    .map((explanation) => ({ ...explanation, score: explanation.score * favour(explanation.matter) }))
    .sort((a, b) => b.score - a.score || a.matter - b.matter);
  const best = near[0];
  if (best === undefined) return { kind: 'none', reason: 'nothing-near' };
  const hits = near.filter(({ score }) => score >= best.score * BEHIND).slice(0, MOST_HITS);
  return { kind: 'hits', hits: hits.flatMap((explanation) => hitOf(index, explanation)) };
}

/** What stands there, and what stands there once the words of asking are taken out: 公积金可以贷 is 公积金贷 too. */
function spansOf<Id extends string>(index: MatterIndex<Id>, run: Run, mass: readonly number[]): readonly Span[] {
  if (run.isLatin) return matchLatin(index, run);
  const whole = [...matchWords(index, run), ...matchApart(index, run), ...matchSounds(index, run, mass)];
  const places: number[] = [];
  for (let at = run.start; at < run.start + run.text.length; at += 1) if (mass[at] !== 0) places.push(at);
  if (places.length === run.text.length || places.length < 2) return whole;
  const text = places.map((at) => run.text.charAt(at - run.start)).join('');
  const condensed = matchWords(index, { start: 0, text, isLatin: false });
  return [...whole, ...condensed.map((span) => movedTo(span, places))];
}

/** The hotel in `book a hotel` is not the hotel that needs a permit. */
function isOffTopic({ term, start, end }: Span, mass: readonly number[]): boolean {
  return term.strength === 'weak' && mass.slice(start, end).every((weight) => weight === OFF_TOPIC_MASS);
}

/** Talk around a matter beside a word of another world is talk of that world: how far from 北京 to 上海. */
function isOfAnotherWorld({ spans }: Explanation, mass: readonly number[]): boolean {
  return mass.includes(OFF_TOPIC_MASS) && spans.every(({ term }) => term.strength === 'weak');
}

function movedTo(span: Span, places: readonly number[]): Span {
  return { ...span, start: places[span.start] ?? 0, end: (places[span.end - 1] ?? 0) + 1 };
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
function isNearEnough({ spans, coverage, evidence, unexplained }: Explanation, leniency: number): boolean {
  if (evidence < LEAST + EACH_UNEXPLAINED * leniency * unexplained) return false;
  const whole = spans.filter(({ how, start, end }) => how !== 'part' && how !== 'apart' && end - start >= 2);
  if (whole.length >= 2 && coverage >= 0.3 * leniency) return true;
  return spans.some((span) => coverage >= coverageNeeded(span) * leniency);
}

/** A single character is chance unless it is all that was said. */
function coverageNeeded({ term, how, start, end }: Span): number {
  if (end - start < 2) return 0.95;
  if (how === 'part') return 0.6;
  if (how === 'apart') return 0.35;
  if (term.strength === 'weak') return end - start >= 3 ? 0.3 : 0.4;
  if (how === 'exact') return 0.2;
  if (how === 'sound' || how === 'typo') return end - start >= 3 ? 0.5 : 0.8;
  return how === 'initials' ? 0.3 : 0.5;
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
