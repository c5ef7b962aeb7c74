import { hash } from 'node:crypto';
import { MAX_ENTRY_LENGTH } from '@minglu/protocol';

const HASH_BYTES = 32;

/** Longest entry that a bundle can carry, behind the byte that says leaf. */
const leaf = Buffer.alloc(1 + MAX_ENTRY_LENGTH);

/**
 * The leaf hashes (RFC 6962) of entries, one behind the other as a tile has them. Each entry is hashed behind a byte of
 * zero in the same place, and no hash is an object of its own: what is made for each of them the collector pays for.
 */
export function leafRow(entries: readonly Uint8Array[]): Buffer {
  const row = Buffer.alloc(entries.length * HASH_BYTES);
  for (const [at, entry] of entries.entries()) {
    leaf.set(entry, 1);
    putHash(row, at, leaf.subarray(0, 1 + entry.length));
  }
  return row;
}

/** The hash over the row of a full tile: what stands for it one level (of 256) up. */
export function rowRoot(row: Uint8Array): Buffer {
  const message = Buffer.alloc(1 + 2 * HASH_BYTES, 1);
  let level = Buffer.from(row);
  while (level.length > HASH_BYTES) {
    const next = Buffer.alloc(level.length / 2);
    for (let at = 0; at < next.length / HASH_BYTES; at++) {
      level.copy(message, 1, at * 2 * HASH_BYTES, (at + 1) * 2 * HASH_BYTES);
      putHash(next, at, message);
    }
    level = next;
  }
  return level;
}

function putHash(row: Buffer, at: number, message: Uint8Array): void {
  row.write(hash('sha256', message, 'binary'), at * HASH_BYTES, 'latin1');
}
