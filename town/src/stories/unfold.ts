import { brotliDecompressSync, constants, inflateRawSync } from 'node:zlib';

/** How a full bundle begins (docs/formats.md); its brotli stream follows 16 bytes later. */
const BUNDLE = Buffer.from('MLPACK01');
const BUNDLE_HEADER_BYTES = 16;
/** First bits of a deflate stream of one block: last block, with fixed or with its own codes (RFC 1951, 3.2.3). */
const ONE_BLOCK = [0b011, 0b101];
/** A shorter stream cannot hold a name and what stands around it in a record; most chance finds are. */
const SHORTEST_TEXT = 24;

/**
 * A file's bytes, and whatever is packed in them: a search through the bytes alone would find nothing in packed files, and
 * prove nothing. In the pages of the state a deflate stream may begin anywhere, so every place where one can is tried.
 */
export function unfold(path: string, bytes: Buffer): Buffer[] {
  if (bytes.subarray(0, BUNDLE.length).equals(BUNDLE)) {
    return [bytes, brotliDecompressSync(bytes.subarray(BUNDLE_HEADER_BYTES))];
  }
  return path.endsWith('.mdb') ? [bytes, ...streamsIn(bytes)] : [bytes];
}

function streamsIn(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if (!ONE_BLOCK.includes((bytes[at] as number) & 0b111)) continue;
    const text = inflateAt(bytes, at);
    if (text !== undefined && text.length >= SHORTEST_TEXT) found.push(text);
  }
  return found;
}

function inflateAt(bytes: Buffer, at: number): Buffer | undefined {
  try {
    return inflateRawSync(bytes.subarray(at, at + 16_384), { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return undefined;
  }
}
