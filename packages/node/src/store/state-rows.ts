import type { BucketRecord, DueKind, DueRow, StateLeaf } from '@minglu/ledger';
import { digestOfText } from './state-paths.ts';
import type { StateMark, TransactionPlace } from './state-store.ts';
import { StoreError } from './store-error.ts';

/** length of key 2 · key · value. The key itself is kept so that the table can be read without the log. */
export function encodeTextRow(key: string, value: string): Buffer {
  const keyBytes = Buffer.byteLength(key);
  const row = Buffer.allocUnsafe(2 + keyBytes + Buffer.byteLength(value));
  row.writeUInt16BE(keyBytes, 0);
  row.write(key, 2);
  row.write(value, 2 + keyBytes);
  return row;
}

export function decodeTextRow(row: Buffer): { readonly key: string; readonly value: string } {
  const valueAt = 2 + (row.length < 2 ? 0 : row.readUInt16BE(0));
  if (valueAt > row.length) throw derivedDamaged('texts');
  return { key: row.toString('utf8', 2, valueAt), value: row.toString('utf8', valueAt) };
}

/** value hash 32 · where its text stands 6. */
export function encodeValueRow(valueHash: Uint8Array, textKey: Uint8Array): Buffer {
  return Buffer.concat([valueHash, textKey]);
}

export function decodeValueRow(row: Buffer): { readonly valueHash: Buffer; readonly textKey: Buffer } {
  if (row.length !== 38) throw derivedDamaged('values');
  return { valueHash: row.subarray(0, 32), textKey: row.subarray(32) };
}

export function leafOfRow(path: Uint8Array, row: Buffer): StateLeaf {
  return { path, valueHash: Uint8Array.from(decodeValueRow(row).valueHash) };
}

/** Where a text stands: packs are numbered in the order they were written, from 1. */
export interface TextPlace {
  readonly pack: number;
  readonly place: number;
}

/** number of the pack 5 · place in it 1. */
export function encodeTextKey({ pack, place }: TextPlace): Buffer {
  const key = Buffer.allocUnsafe(6);
  key.writeUIntBE(pack, 0, 5);
  key[5] = place;
  return key;
}

export function decodeTextKey(key: Buffer): TextPlace {
  return { pack: key.readUIntBE(0, 5), place: key[5] ?? 0 };
}

export function encodeTextPackKey(pack: number): Buffer {
  return encodeTextKey({ pack, place: 0 }).subarray(0, 5);
}

/** Ordered by instant, then kind, then subject, as `compareDueRows` orders. */
export function encodeDueKey({ instantMs, kind, subject }: DueRow): Buffer {
  const key = Buffer.allocUnsafe(9 + Buffer.byteLength(kind) + Buffer.byteLength(subject));
  key.writeBigUInt64BE(BigInt(instantMs), 0);
  const end = 8 + key.write(kind, 8);
  key[end] = 0;
  key.write(subject, end + 1);
  return key;
}

export function decodeDueKey(key: Buffer): DueRow {
  const end = key.indexOf(0, 8);
  if (end < 0) throw derivedDamaged('due');
  const kind = key.toString('latin1', 8, end) as DueKind;
  return { instantMs: Number(key.readBigUInt64BE(0)), kind, subject: key.toString('utf8', end + 1) };
}

/** bucket 6 · notAfter 6 · id. */
export function encodeReplayKey(bucket: number, notAfter: number, id: string): Buffer {
  const key = Buffer.allocUnsafe(12 + Buffer.byteLength(id));
  key.writeUIntBE(bucket, 0, 6);
  key.writeUIntBE(notAfter, 6, 6);
  key.write(id, 12);
  return key;
}

export function idOfReplayKey(key: Buffer): string {
  return key.toString('utf8', 12);
}

export function encodeReplayBucket(bucket: number): Buffer {
  const key = Buffer.allocUnsafe(6);
  key.writeUIntBE(bucket, 0, 6);
  return key;
}

export function encodePlace({ height, index }: TransactionPlace): Buffer {
  const row = Buffer.allocUnsafe(12);
  row.writeUIntBE(height, 0, 6);
  row.writeUIntBE(index, 6, 6);
  return row;
}

export function decodePlace(row: Buffer): TransactionPlace {
  if (row.length !== 12) throw derivedDamaged('transactions');
  return { height: row.readUIntBE(0, 6), index: row.readUIntBE(6, 6) };
}

export function encodeBucketKey(prefix: number): Buffer {
  return Buffer.from([prefix >> 8, prefix & 0xff]);
}

export function encodeBucketRow({ population, hash }: BucketRecord): Buffer {
  return Buffer.concat([Buffer.from([population]), hash]);
}

export function decodeBucketRow(key: Buffer, row: Buffer): BucketRecord {
  const population = row[0];
  if (key.length !== 2 || row.length !== 33 || (population !== 1 && population !== 2)) throw derivedDamaged('buckets');
  return { prefix: key.readUInt16BE(0), population, hash: Uint8Array.from(row.subarray(1)) };
}

/** root 32 · height + 1 as 6 · log size 6 · SHA-256 of those. */
export function encodeMark({ height, root, logSize }: StateMark): Buffer {
  const row = Buffer.alloc(44);
  row.set(root, 0);
  row.writeUIntBE(height + 1, 32, 6);
  row.writeUIntBE(logSize, 38, 6);
  return Buffer.concat([row, markDigest(row)]);
}

export function decodeMark(row: Buffer): StateMark {
  if (row.length !== 76 || !markDigest(row.subarray(0, 44)).equals(row.subarray(44))) throw derivedDamaged('meta');
  const root = Uint8Array.from(row.subarray(0, 32));
  return { root, height: row.readUIntBE(32, 6) - 1, logSize: row.readUIntBE(38, 6) };
}

function markDigest(row: Buffer): Buffer {
  return digestOfText(row.toString('hex'));
}

export function derivedDamaged(table: string, cause?: unknown): StoreError {
  return new StoreError(
    'derived-damaged',
    { file: 'state', table, remedy: 'drop the state directory and rebuild' },
    cause,
  );
}
