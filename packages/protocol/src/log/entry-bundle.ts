import { ProtocolError } from '../errors.ts';
import { TILE_WIDTH } from './tile-path.ts';

/** Longest entry that a bundle can carry: its length stands in 16 bits. */
export const MAX_ENTRY_LENGTH = 0xffff;

/** The bundle of 1 to 256 entries, each after its big-endian uint16 length (C2SP tlog-tiles). Throws `entry-bundle-malformed`. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const length = entries.reduce((sum, entry) => sum + 2 + entry.length, 0);
  const tooLong = entries.some((entry) => entry.length > MAX_ENTRY_LENGTH);
  if (entries.length === 0 || entries.length > TILE_WIDTH || tooLong) throw new ProtocolError('entry-bundle-malformed');
  const bundle = new Uint8Array(length);
  let at = 0;
  for (const entry of entries) {
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 0xff;
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

/**
 * The entries of a bundle, as views into it; exactly its bytes are used, 1 to 256 entries.
 * Throws `entry-bundle-malformed {offset}`.
 */
export function decodeEntryBundle(bundle: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bundle.length) {
    const end = at + 2 + (((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0));
    if (at + 2 > bundle.length || end > bundle.length || entries.length === TILE_WIDTH) {
      throw new ProtocolError('entry-bundle-malformed', { offset: at });
    }
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  if (entries.length === 0) throw new ProtocolError('entry-bundle-malformed', { offset: 0 });
  return entries;
}
