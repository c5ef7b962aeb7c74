import { hash } from 'node:crypto';
import { StoreError } from '../store/store-error.ts';

/**
 * Where the log ends on disk, and what is there only in part. It is put in place as a whole, last of all in a sync: what
 * it does not speak of was never acknowledged.
 */
export interface LogTail {
  readonly size: number;
  /** The lowest rows of the partial tiles, from level 0 up. */
  readonly rows: readonly Uint8Array[];
  /** The entries after the last full bundle. */
  readonly entries: readonly Uint8Array[];
  /** Where the attachments of the newest bundle end in their file. */
  readonly attachmentsEnd: number;
}

const MAGIC = 'MLTAIL01';

/** magic 8 · size 8 · attachments' end 8 · rows (count 4, each length 4 · bytes) · entries (the same) · SHA-256 of all that. */
export function encodeTail({ size, attachmentsEnd, rows, entries }: LogTail): Uint8Array {
  const head = Buffer.alloc(24);
  head.write(MAGIC, 'latin1');
  head.writeBigUInt64BE(BigInt(size), 8);
  head.writeBigUInt64BE(BigInt(attachmentsEnd), 16);
  const body = Buffer.concat([head, ...listOf(rows), ...listOf(entries)]);
  return Buffer.concat([body, hash('sha256', body, 'buffer')]);
}

/** Throws `damaged`. */
export function decodeTail(bytes: Uint8Array, file: string): LogTail {
  const tail = Buffer.from(bytes);
  const end = tail.length - 32;
  const isTrue = end >= 24 && hash('sha256', tail.subarray(0, end), 'buffer').equals(tail.subarray(end));
  if (!isTrue || tail.toString('latin1', 0, 8) !== MAGIC) {
    throw new StoreError('damaged', { file, offset: 0, remedy: 'bring back the newest backup' });
  }
  const rows = readList(tail, 24);
  const entries = readList(tail, rows.end);
  const [size, attachmentsEnd] = [Number(tail.readBigUInt64BE(8)), Number(tail.readBigUInt64BE(16))];
  return { size, attachmentsEnd, rows: rows.items, entries: entries.items };
}

function listOf(items: readonly Uint8Array[]): Uint8Array[] {
  return [uint32(items.length), ...items.flatMap((item) => [uint32(item.length), item])];
}

function readList(bytes: Buffer, start: number): { readonly items: Uint8Array[]; readonly end: number } {
  const items: Uint8Array[] = [];
  let at = start + 4;
  for (let left = bytes.readUInt32BE(start); left > 0; left--) {
    const end = at + 4 + bytes.readUInt32BE(at);
    items.push(Uint8Array.from(bytes.subarray(at + 4, end)));
    at = end;
  }
  return { items, end: at };
}

function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
