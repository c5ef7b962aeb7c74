import { isLatin } from './normalise.ts';
import type { Run } from './span.ts';

/** Letters and all else, apart: `办sfz` is one character and three letters. */
export function splitRuns(query: string): Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let at = 1; at <= query.length; at += 1) {
    const before = isLatin(query.charAt(at - 1));
    if (at < query.length && isLatin(query.charAt(at)) === before) continue;
    runs.push({ start, text: query.slice(start, at), isLatin: before });
    start = at;
  }
  return query === '' ? [] : runs;
}
