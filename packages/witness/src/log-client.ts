import type { HashReader } from '@minglu/protocol';
import { decodeEntryBundle, entriesPath, nodeHash, tilePath } from '@minglu/protocol';
import { WitnessError } from './witness-error.ts';

const TILE_WIDTH = 256;
const HASH_BYTES = 32;
/** A bundle holds at most 256 entries of at most 64 KiB; whatever is longer is not read to its end. */
const RESPONSE_LIMIT_BYTES = TILE_WIDTH * 65_538;

export type Fetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

export interface LogClientOptions {
  /** Prefix of the log's files: `<prefix>/checkpoint`, `<prefix>/tile/…`. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly fetch: Fetch;
}

/** Reads a C2SP tlog-tiles log as any stranger would: three kinds of files over HTTP, none of them believed. */
export class LogClient {
  readonly #options: LogClientOptions;

  constructor(options: LogClientOptions) {
    this.#options = options;
  }

  async checkpoint(): Promise<string> {
    const bytes = await this.#read('checkpoint');
    if (bytes === undefined) throw new WitnessError('log-unreachable', { path: 'checkpoint' });
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  }

  /** Entries [from, to) of the tree of `size` leaves, one bundle at a time. */
  async *entries(from: number, to: number, size: number): AsyncGenerator<Uint8Array> {
    for (let bundle = Math.floor(from / TILE_WIDTH); bundle * TILE_WIDTH < to; bundle += 1) {
      const first = bundle * TILE_WIDTH;
      const width = Math.min(TILE_WIDTH, size - first);
      const bytes = await this.#readTile((wide) => entriesPath(bundle, wide), width);
      const entries = decodeEntryBundle(bytes);
      if (entries.length < width) throw new WitnessError('log-malformed', { bundle });
      yield* entries.slice(Math.max(0, from - first), Math.min(width, to - first));
    }
  }

  /**
   * What `work` computes from the complete subtrees of the tree of `size` leaves. It runs again each time it asks for a
   * tile that was not fetched yet: a proof needs a handful.
   */
  async withHashes<T>(size: number, work: (reader: HashReader) => T): Promise<T> {
    const tiles = new Map<string, Uint8Array>();
    for (;;) {
      const missing: { level: number; index: number }[] = [];
      const reader: HashReader = (level, index) => readSubtree(tiles, missing, level, index);
      try {
        return work(reader);
      } catch (error) {
        const wanted = missing[0];
        if (wanted === undefined) throw error;
        tiles.set(`${wanted.level}/${wanted.index}`, await this.#tile(wanted.level, wanted.index, size));
      }
    }
  }

  async #tile(level: number, index: number, size: number): Promise<Uint8Array> {
    const there = Math.floor(size / TILE_WIDTH ** level);
    const width = Math.min(TILE_WIDTH, there - index * TILE_WIDTH);
    if (width <= 0) throw new WitnessError('log-malformed', { level, index });
    const bytes = await this.#readTile((wide) => tilePath(level, index, wide), width);
    if (bytes.byteLength < width * HASH_BYTES) throw new WitnessError('log-malformed', { level, index });
    return bytes;
  }

  /** A partial file may be gone once the full one stands (tlog-tiles allows it); its beginning is the same. */
  async #readTile(pathOf: (width: number) => string, width: number): Promise<Uint8Array> {
    const bytes = (await this.#read(pathOf(width))) ?? (await this.#read(pathOf(TILE_WIDTH)));
    if (bytes === undefined) throw new WitnessError('log-malformed', { path: pathOf(width) });
    return bytes;
  }

  async #read(path: string): Promise<Uint8Array | undefined> {
    const { url, timeoutMs, fetch } = this.#options;
    let response: Response;
    try {
      response = await fetch(`${url}/${path}`, { signal: AbortSignal.timeout(timeoutMs) });
      if (response.status === 404) return undefined;
      if (!response.ok) throw new WitnessError('log-unreachable', { status: response.status });
      return await readLimited(response);
    } catch (error) {
      if (error instanceof WitnessError) throw error;
      throw new WitnessError('log-unreachable', { path });
    }
  }
}

/** Whatever a stranger's server sends, up to a limit. */
export async function readLimited(response: Response, limitBytes = RESPONSE_LIMIT_BYTES): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > limitBytes) throw new WitnessError('log-malformed', { limitBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function readSubtree(
  tiles: ReadonlyMap<string, Uint8Array>,
  missing: { level: number; index: number }[],
  level: number,
  index: number,
): Uint8Array {
  const tileLevel = Math.floor(level / 8);
  const leaves = 2 ** (level % 8);
  const first = index * leaves;
  const tileIndex = Math.floor(first / TILE_WIDTH);
  const tile = tiles.get(`${tileLevel}/${tileIndex}`);
  if (tile === undefined) {
    missing.push({ level: tileLevel, index: tileIndex });
    throw new WitnessError('log-malformed');
  }
  const offset = first % TILE_WIDTH;
  const hashes: Uint8Array[] = [];
  for (let at = offset; at < offset + leaves; at += 1) {
    if ((at + 1) * HASH_BYTES > tile.byteLength) throw new WitnessError('log-malformed', { level, index });
    hashes.push(tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES));
  }
  return foldPairs(hashes);
}

function foldPairs(hashes: readonly Uint8Array[]): Uint8Array {
  let row = [...hashes];
  while (row.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at + 1 < row.length; at += 2) {
      above.push(nodeHash(row[at] as Uint8Array, row[at + 1] as Uint8Array));
    }
    row = above;
  }
  return row[0] as Uint8Array;
}
