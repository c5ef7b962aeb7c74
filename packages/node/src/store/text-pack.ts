import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { derivedDamaged } from './state-rows.ts';
import { StoreError } from './store-error.ts';

/** Texts of a pack: 24 take some 1,700 bytes together, so that two packs fill a page of the table. */
export const PACK_TEXTS = 24;
/** A pack is closed when it has come to this, so that who wants one text expands little more. */
export const PACK_BYTES = 8 * 1024;
/** Of a pack expanded. A text comes out of one transaction, which is far smaller. */
const MAX_BYTES = 16 * 1024 * 1024;
const CHECKSUM_BYTES = 4;

/**
 * Text rows written one after another, in one row: neighbours are nearly alike, and a licence repeats half of its case.
 * CRC-32 4 · deflate of (length 4 · text row)…; a text that is gone has length 0, the others keep their places.
 */
export function encodeTextPack(rows: readonly Uint8Array[]): Buffer {
  const bytes = Buffer.concat(rows.flatMap((row) => [lengthOf(row), row]));
  if (bytes.length > MAX_BYTES) throw new StoreError('out-of-range', { bytes: bytes.length, max: MAX_BYTES });
  const pack = Buffer.concat([Buffer.alloc(CHECKSUM_BYTES), deflateRawSync(bytes, { level: 1 })]);
  pack.writeUInt32BE(crc32(pack.subarray(CHECKSUM_BYTES)));
  return pack;
}

/** Throws `derived-damaged` when any byte is not as it was written; expands no more than a pack may have. */
export function decodeTextPack(pack: Uint8Array): Buffer[] {
  const row = Buffer.from(pack.buffer, pack.byteOffset, pack.byteLength);
  const isWhole = row.length > CHECKSUM_BYTES && row.readUInt32BE(0) === crc32(row.subarray(CHECKSUM_BYTES));
  if (!isWhole) throw derivedDamaged('texts');
  const bytes = inflate(row.subarray(CHECKSUM_BYTES));
  const rows: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at + 4;
    at = start + (start > bytes.length ? 0 : bytes.readUInt32BE(at));
    if (at > bytes.length) throw derivedDamaged('texts');
    rows.push(bytes.subarray(start, at));
  }
  return rows;
}

function inflate(bytes: Uint8Array): Buffer {
  try {
    return inflateRawSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch (error) {
    throw derivedDamaged('texts', error);
  }
}

function lengthOf(row: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(row.length);
  return bytes;
}
