import { decodeEntryBundle, entriesPath, parseEntry, type TransactionEntry } from '@minglu/protocol';
import type { Town } from '../town.ts';

/** All transactions of the public log, read as any stranger reads them. */
export async function publicLog(town: Town): Promise<TransactionEntry[]> {
  const { size } = town.node.status();
  const entries: TransactionEntry[] = [];
  for (let bundle = 0; bundle * 256 < size; bundle += 1) {
    const width = Math.min(256, size - bundle * 256);
    const response = await fetch(`${town.url}/${entriesPath(bundle, width)}`);
    for (const bytes of decodeEntryBundle(new Uint8Array(await response.arrayBuffer()))) {
      const entry = parseEntry(bytes);
      if (entry.type === 'transaction') entries.push(entry);
    }
  }
  return entries;
}

/** Every string and number in a JSON value, at whatever depth. */
export function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}
