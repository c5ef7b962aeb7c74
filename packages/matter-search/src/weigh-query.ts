import { FILLERS, LATIN_FILLERS } from './fillers.ts';
import { isLatin } from './normalise.ts';

const fillers = [...FILLERS, ...LATIN_FILLERS].sort((a, b) => b.length - a.length);
const LONGEST = Math.max(...fillers.map(({ length }) => length));
const known = new Set(fillers);

/** What each place of the query says: a character 1, a letter a third of it, words of asking nothing. */
export function weighQuery(query: string): number[] {
  const mass: number[] = Array.from({ length: query.length }, (_, at) => (isLatin(query.charAt(at)) ? 0.35 : 1));
  for (let at = 0; at < query.length; ) {
    const length = fillerAt(query, at);
    for (let end = at + length; at < end; at += 1) mass[at] = 0;
    if (length === 0) at += 1;
  }
  return mass;
}

function fillerAt(query: string, at: number): number {
  for (let length = Math.min(LONGEST, query.length - at); length > 0; length -= 1) {
    if (known.has(query.slice(at, at + length))) return length;
  }
  return 0;
}
