import type { StateChanges } from '@minglu/ledger';

/** A block that writes so many keys of its own, and one that every block writes. */
export function bulkChanges(height: number, keys: number): StateChanges {
  const values = new Map<string, string>([['counter/height', String(height)]]);
  for (let at = 0; at < keys; at++) values.set(`case/${height}/${at}`, `"${'x'.repeat(200)} ${at}"`);
  return { values, due: { add: [], remove: [] }, replay: { add: [], dropBuckets: [] } };
}
