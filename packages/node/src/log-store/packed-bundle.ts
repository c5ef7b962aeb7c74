import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, crc32 } from 'node:zlib';
import { StoreError } from '../store/store-error.ts';

/** Neither a raw attachment record nor a bundle of entries begins so. */
const MAGIC = Buffer.from('MLPACK01', 'latin1');
/** magic 8 · length expanded 4 · CRC-32 of those and of what follows 4; big-endian. */
const HEADER_BYTES = MAGIC.length + 8;
/**
 * What a frame may expand to. 256 entries of 65,535 bytes are 16 MiB, 256 sidecars of 32 KiB with their traces less than
 * 48: whoever writes a frame that says more wants our memory.
 */
export const MAX_EXPANDED_BYTES = 64 * 1024 * 1024;
/** The fastest: 3 µs a record. The next ones cost twice that and save 5 % (docs/decisions/0007). */
const QUALITY = 1;

/**
 * Of one step of the decoder: a bundle in one, where a chunk of the default size costs the loop a turn each 16 KB. A byte more
 * than there is: a chunk that is filled to the brim makes it take another.
 */
const MAX_STEP_BYTES = 2 * 1024 * 1024;
/** Of the encoder: a bundle comes to a quarter of its size or less. */
const PACK_STEP_BYTES = 256 * 1024;

const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

/** Compresses a full bundle in the thread pool; `expandBundle` gives exactly these bytes back. */
export async function packBundle(bytes: Uint8Array): Promise<Buffer> {
  if (bytes.length === 0 || bytes.length > MAX_EXPANDED_BYTES) {
    throw new StoreError('out-of-range', { bytes: bytes.length, max: MAX_EXPANDED_BYTES });
  }
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const packed = Buffer.concat([MAGIC, Buffer.alloc(8), await compress(bytes, { params, chunkSize: PACK_STEP_BYTES })]);
  packed.writeUInt32BE(bytes.length, MAGIC.length);
  packed.writeUInt32BE(checksumOf(packed), MAGIC.length + 4);
  return packed;
}

export function isPackedBundle(bytes: Uint8Array): boolean {
  return bytes.length >= MAGIC.length && Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) === 0;
}

/**
 * Throws `damaged`. The checksum covers every byte, also those that a decoder passes over, and comes first: a decoder
 * is given nothing that a bad disk changed. Who makes a frame with a true checksum still gets no more than it says.
 */
export async function expandBundle(packed: Uint8Array, file: string): Promise<Buffer> {
  const frame = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  if (!isPackedBundle(frame) || frame.length < HEADER_BYTES) throw damagedBundle(file);
  const length = frame.readUInt32BE(MAGIC.length);
  const isWhole = frame.readUInt32BE(MAGIC.length + 4) === checksumOf(frame);
  if (!isWhole || length === 0 || length > MAX_EXPANDED_BYTES) throw damagedBundle(file);
  const limits = { maxOutputLength: length, chunkSize: Math.max(64, Math.min(length + 1, MAX_STEP_BYTES)) };
  const bytes = await decompress(frame.subarray(HEADER_BYTES), limits).catch((error: unknown) => {
    throw damagedBundle(file, error);
  });
  if (bytes.length !== length) throw damagedBundle(file);
  return bytes;
}

export function damagedBundle(file: string, cause?: unknown): StoreError {
  return new StoreError('damaged', { file, remedy: 'run fsck; bring this file back from a backup or a mirror' }, cause);
}

function checksumOf(frame: Buffer): number {
  return crc32(frame.subarray(HEADER_BYTES), crc32(frame.subarray(0, MAGIC.length + 4)));
}
