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

/** What each place of the query says: a character 1, a letter a third of it, words of asking nothing. */
export function weighQuery(query: string): number[] {
  const mass: number[] = Array.from({ length: query.length }, (_, at) => (isLatin(query.charAt(at)) ? 0.35 : 1));
  for (let at = 0; at < query.length; ) {
    const word = findKnown(query, at);
    for (let end = at + word.length; at < end; at += 1) mass[at] = masses.get(word) ?? 0;
    if (word === '') at += 1;
  }
  return mass;
}

/** The longest known word that begins here; empty when there is none. */
function findKnown(query: string, at: number): string {
  for (let length = Math.min(LONGEST, query.length - at); length > 0; length -= 1) {
    const word = query.slice(at, at + length);
    if (masses.has(word)) return word;
  }
  return '';
}
