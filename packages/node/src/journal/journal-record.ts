import { hash } from 'node:crypto';
import type { JournalRecord } from './journal.ts';

/** The first byte stands in no UTF-8 text, so that no payload of texts can hold something that looks like a record. */
const MAGIC = Buffer.from([0xf5, 0x4d, 0x4c, 0x4a]);
const DIGEST_AT = 16;
/** magic 4 · height 8 · length 4 · SHA-256 of those and the payload 32; numbers big-endian. */
export const HEADER_BYTES = DIGEST_AT + 32;
/** Four megabytes of block and room to spare; a longer length is damage and not an allocation. */
export const MAX_PAYLOAD_BYTES = 256 * 1024 * 1024;

export interface FoundRecord extends JournalRecord {
  /** Offset after it. */
  readonly end: number;
}

export function encodeJournalRecord({ height, payload }: JournalRecord): Buffer {
  const bytes = Buffer.allocUnsafe(HEADER_BYTES + payload.length);
  MAGIC.copy(bytes);
  bytes.writeBigUInt64BE(BigInt(height), 4);
  bytes.writeUInt32BE(payload.length, 12);
  bytes.set(payload, HEADER_BYTES);
  digestOf(bytes, payload.length).copy(bytes, DIGEST_AT);
  return bytes;
}

/** The whole and true record that begins at `offset`, if there is one. */
export function findJournalRecord(file: Buffer, offset: number): FoundRecord | undefined {
  if (offset + HEADER_BYTES > file.length || file.compare(MAGIC, 0, 4, offset, offset + 4) !== 0) return undefined;
  const length = file.readUInt32BE(offset + 12);
  const end = offset + HEADER_BYTES + length;
  if (end > file.length) return undefined;
  const record = file.subarray(offset, end);
  if (digestOf(record, length).compare(record, DIGEST_AT, HEADER_BYTES) !== 0) return undefined;
  return { height: Number(record.readBigUInt64BE(4)), payload: record.subarray(HEADER_BYTES), end };
}

/** Offset of the next true record at or after `offset`, or -1. */
export function findNextRecord(file: Buffer, offset: number): number {
  for (let at = file.indexOf(MAGIC, offset); at >= 0; at = file.indexOf(MAGIC, at + 1)) {
    if (findJournalRecord(file, at) !== undefined) return at;
  }
  return -1;
}

function digestOf(record: Buffer, length: number): Buffer {
  const header = record.subarray(0, DIGEST_AT);
  const payload = record.subarray(HEADER_BYTES, HEADER_BYTES + length);
  return hash('sha256', Buffer.concat([header, payload]), 'buffer');
}
