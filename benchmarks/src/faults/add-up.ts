import type { Row } from '../report/row.ts';
import { IN_ALL } from './campaign.ts';

/**
 * What slices of one campaign come to together: numbers add up, words stand as the first said them. Figures `in all` must
 * be the same in each: slices of different things are no whole.
 */
export function addUp(slices: readonly (readonly Row[])[]): Row[] {
  const total = new Map<string, Row>();
  for (const row of slices.flat()) {
    const before = total.get(row.name);
    total.set(row.name, before === undefined ? row : added(before, row));
  }
  return [...total.values()];
}

function added(one: Row, other: Row): Row {
  if (one.unit === IN_ALL && one.value !== other.value) {
    throw new Error(`slices of different things: ${one.name} is ${one.value} in one, ${other.value} in another`);
  }
  if (typeof one.value !== 'number' || typeof other.value !== 'number' || one.unit === IN_ALL) return one;
  const notes = [one.note, other.note].filter((note) => note !== undefined && note.length > 0);
  const holds = one.holds === undefined ? {} : { holds: one.holds && other.holds === true };
  const { note: _, ...rest } = one;
  const note = notes.length === 0 ? {} : { note: notes.join('; ') };
  return { ...rest, value: one.value + other.value, ...holds, ...note };
}
