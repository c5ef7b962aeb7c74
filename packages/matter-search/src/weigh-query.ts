import { FILLERS, LATIN_FILLERS } from './fillers.ts';
import { isLatin } from './normalise.ts';
import { OFF_TOPIC } from './off-topic.ts';

/** A word of another world says more than its length. */
export const OFF_TOPIC_MASS = 3;

const masses = new Map<string, number>([
  ...[...FILLERS, ...LATIN_FILLERS].map((word) => [word, 0] as const),
  ...OFF_TOPIC.map((word) => [word, OFF_TOPIC_MASS] as const),
]);
const LONGEST = Math.max(...[...masses.keys()].map(({ length }) => length));

/** Longer words are not asked for here: their beginnings serve as well. */
const LONGEST_WORD = 6;

/** What each place of the query says: a character 1, a letter a third of it, words of asking nothing. */
export function weighQuery(query: string, words: ReadonlyMap<string, unknown>): number[] {
  const mass: number[] = Array.from({ length: query.length }, (_, at) => (isLatin(query.charAt(at)) ? 0.35 : 1));
  const inWord = placesInWords(query, words);
  for (let at = 0; at < query.length; ) {
    const word = findKnown(query, at);
    // 过 alone is a word of asking; in 过户 it is not.
    const counts = word.length > 1 || (word !== '' && inWord[at] !== true);
    for (const end = at + word.length; counts && at < end; at += 1) mass[at] = masses.get(word) ?? 0;
    if (!counts) at += 1;
  }
  return mass;
}

function placesInWords(query: string, words: ReadonlyMap<string, unknown>): readonly boolean[] {
  const inWord: boolean[] = [];
  for (let from = 0; from < query.length; from += 1) {
    for (let to = Math.min(query.length, from + LONGEST_WORD); to >= from + 2; to -= 1) {
      if (!words.has(query.slice(from, to))) continue;
      for (let at = from; at < to; at += 1) inWord[at] = true;
      break;
    }
  }
  return inWord;
}

/** The longest known word that begins here; empty when there is none. */
function findKnown(query: string, at: number): string {
  for (let length = Math.min(LONGEST, query.length - at); length > 0; length -= 1) {
    const word = query.slice(at, at + length);
    if (masses.has(word)) return word;
  }
  return '';
}
