import type { RecordFinder } from '../state/record-finder.ts';
import type { KeyRecord } from '../state/records.ts';

/**
 * Whose hand a key is in: the first of the keys its holder has had. Keys are rotated and people stay; whoever proposed
 * something must not confirm it with the next key.
 */
export function handOf(records: RecordFinder, kid: string): string {
  return records.find('key', kid)?.first ?? kid;
}

export function isOneHand(records: RecordFinder, one: string | undefined, other: string): boolean {
  if (one === undefined) return false;
  return one === other || handOf(records, one) === handOf(records, other);
}

/** The key that a holder has now, by any earlier one. */
export function newestKeyOf(records: RecordFinder, kid: string): string {
  let at = kid;
  for (let next: string | undefined = at; next !== undefined; next = records.find('key', at)?.next) at = next;
  return at;
}

const NONE: readonly string[] = [];

/** The keys that this one replaced: what a rule says of one of them, it says of its holder. */
export function formerKeysOf(records: RecordFinder, { replaces }: KeyRecord): readonly string[] {
  if (replaces === undefined) return NONE;
  const former: string[] = [];
  for (let at: string | undefined = replaces; at !== undefined; at = records.find('key', at)?.replaces) former.push(at);
  return former;
}
