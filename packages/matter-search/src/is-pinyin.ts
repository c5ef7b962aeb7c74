import { allReadings } from './readings.ts';

const LONGEST = 6;

/** Whether letters fall into syllables without a rest. Linear, so that no pasted text makes it slow. */
export function isPinyin(letters: string): boolean {
  const reachable = [true];
  for (let to = 1; to <= letters.length; to += 1) {
    for (let from = Math.max(0, to - LONGEST); from < to && !reachable[to]; from += 1) {
      if (reachable[from] && allReadings.has(letters.slice(from, to))) reachable[to] = true;
    }
  }
  return reachable[letters.length] === true;
}
