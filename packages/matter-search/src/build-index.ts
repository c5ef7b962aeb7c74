import { ENGLISH_FILLERS } from './fillers.ts';
import { wordsApart } from './match-apart.ts';
import type { LatinTerm, MatterIndex, SoundTerm, Strength, Term } from './matter-index.ts';
import { isLatin, normalise, oneEnglish } from './normalise.ts';
import { foldLetters, readingsOf, soundOf } from './readings.ts';
import type { Searchable } from './searchable.ts';
import { withOneWord } from './synonyms.ts';

/** A word with two readings for some characters is spelt in each way, up to this many. */
const MAX_SPELLINGS = 4;
/** An English word shorter than this says nothing by itself. */
const LEAST_LETTERS = 3;
const asking = new Set(ENGLISH_FILLERS);
/** How much each other matter that mentions a name weakens it. */
const HINTED = 0.1;

/** Reads the words of all matters once. A word that many matters share says less about each. */
export function buildIndex<Id extends string>(matters: readonly Searchable<Id>[]): MatterIndex<Id> {
  const terms = matters.flatMap((matter, place) => termsOf(matter, place));
  const shared = countMatters(terms);
  const sharing = ({ key }: Term, strength: Strength) => shared.get(strength + key)?.size ?? 0;
  const weighed = terms.map((term) => {
    const hintedElsewhere = term.strength === 'strong' ? sharing(term, 'weak') : 0;
    return { ...term, weight: weightOf(term, sharing(term, term.strength)) / (1 + HINTED * hintedElsewhere) };
  });
  const chinese = weighed.filter(({ key }) => !isLatin(key.charAt(0)));
  const words = new Map<string, Term[]>();
  for (const term of chinese) push(words, term.key, term);
  return {
    ids: matters.map(({ id }) => id),
    paying: new Set(matters.flatMap(({ pays }, place) => (pays === true ? [place] : []))),
    words,
    longestWord: Math.max(0, ...chinese.map(({ key }) => key.length)),
    pairs: pairsOf(chinese),
    apart: wordsApart(chinese),
    english: new Set([...ENGLISH_FILLERS, ...matters.flatMap((matter) => wordsOf(englishOf(matter)))].map(oneEnglish)),
    sounds: chinese.filter(isStrong).map((term): SoundTerm => ({ term, characters: [...term.key].map(soundOf) })),
    latin: weighed.flatMap(latinTermsOf),
  };
}

function termsOf<Id extends string>(matter: Searchable<Id>, place: number): Term[] {
  const seen = new Set<string>();
  const term = (strength: Strength) => (text: string) => {
    const key = withOneWord(normalise(text));
    if (key === '' || seen.has(key)) return [];
    seen.add(key);
    return [{ text, key, matter: place, strength, weight: 0 }];
  };
  const english = englishOf(matter);
  const englishWords = wordsOf(english).filter((word) => word.length >= LEAST_LETTERS && !asking.has(word));
  return [
    ...[matter.name['zh-CN'], ...matter.aliases].flatMap(term('strong')),
    ...english.flatMap(term('strong')),
    ...matter.hints.flatMap(term('weak')),
    ...englishWords.flatMap(term('weak')),
  ];
}

function englishOf<Id extends string>(matter: Searchable<Id>): readonly string[] {
  return [matter.name.en, ...matter.english];
}

function wordsOf(phrases: readonly string[]): string[] {
  return phrases.flatMap((phrase) => phrase.toLowerCase().split(/[^a-z]+/)).filter((word) => word !== '');
}

/** How many matters use a word in the same way: one that names a single matter is not weakened by others that only mention it. */
function countMatters(terms: readonly Term[]): ReadonlyMap<string, ReadonlySet<number>> {
  const found = new Map<string, Set<number>>();
  for (const { key, matter, strength } of terms) {
    const matters = found.get(strength + key);
    if (matters === undefined) found.set(strength + key, new Set([matter]));
    else matters.add(matter);
  }
  return found;
}

function weightOf({ key, strength }: Term, matters: number): number {
  const length = isLatin(key.charAt(0)) ? key.length * 0.35 : key.length;
  const rarity = 1 / Math.sqrt(matters);
  return strength === 'strong' ? 3 + 1.5 * Math.min(length, 8) * rarity : 1.2 * Math.min(length, 4) * rarity;
}

function isStrong({ strength }: Term): boolean {
  return strength === 'strong';
}

function pairsOf(terms: readonly Term[]): ReadonlyMap<string, readonly Term[]> {
  const best = new Map<string, Map<number, Term>>();
  for (const term of terms) {
    for (let at = 0; at + 2 <= term.key.length; at += 1) {
      const pair = term.key.slice(at, at + 2);
      const matters = best.get(pair) ?? new Map<number, Term>();
      best.set(pair, matters);
      const known = matters.get(term.matter);
      if (known === undefined || known.key.length > term.key.length) matters.set(term.matter, term);
    }
  }
  return new Map([...best].map(([pair, matters]) => [pair, [...matters.values()]]));
}

function latinTermsOf(term: Term): LatinTerm[] {
  const spelt = (how: LatinTerm['how']) => (letters: string) => ({ term, letters, folded: foldLetters(letters), how });
  if (isLatin(term.key.charAt(0))) return [spelt('english')(term.key)];
  const readings = [...normalise(term.text)].map(readingsOf);
  if (readings.some((list) => list.length === 0)) return [];
  const whole = spellings(readings).map(spelt('pinyin'));
  if (term.strength === 'weak' || readings.length < 3) return whole;
  const first = spellings(readings.map((list) => [...new Set(list.map((reading) => reading.charAt(0)))]));
  return [...whole, ...first.map(spelt('initials'))];
}

function spellings(readings: readonly (readonly string[])[]): readonly string[] {
  let found: readonly string[] = [''];
  for (const list of readings) {
    found = found.flatMap((start) => list.map((reading) => start + reading)).slice(0, MAX_SPELLINGS);
  }
  return found;
}

function push(map: Map<string, Term[]>, key: string, term: Term): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [term]);
  else list.push(term);
}
