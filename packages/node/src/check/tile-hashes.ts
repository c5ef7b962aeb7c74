import { hash } from 'node:crypto';

const HASH_BYTES = 32;

/**
 * The leaf hashes (RFC 6962) of entries, one behind the other as a tile has them. Each entry is hashed where it stands
 * behind a byte of zero, and no hash is an object of its own: those were a quarter of the time.
 */
export function leafRow(entries: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.alloc(entries.reduce((sum, entry) => sum + 1 + entry.length, 0));
  const row = Buffer.alloc(entries.length * HASH_BYTES);
  let start = 0;
  for (const [at, entry] of entries.entries()) {
    const end = start + 1 + entry.length;
    bytes.set(entry, start + 1);
    putHash(row, at, bytes.subarray(start, end));
    start = end;
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
