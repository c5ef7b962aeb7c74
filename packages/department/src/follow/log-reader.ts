import { decodeEntryBundle, entriesPath, TILE_WIDTH, utf8Decode } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';

/** A bundle holds at most 256 entries of at most 64 KiB; whatever is longer is not read to its end. */
const BUNDLE_LIMIT_BYTES = TILE_WIDTH * 65_538;
const CHECKPOINT_LIMIT_BYTES = 131_072;

export type Fetch = (url: string, init?: { signal?: AbortSignal }) => Promise<Response>;

export interface LogReaderOptions {
  /** Prefix of the log's files: `<prefix>/checkpoint`, `<prefix>/tile/…`. */
  readonly url: string;
  readonly timeoutMs: number;
  readonly fetch: Fetch;
}

/** Reads checkpoint and entries of a C2SP tlog-tiles log as any stranger would; nothing it gives is believed yet. */
export class LogReader {
  readonly #options: LogReaderOptions;

  constructor(options: LogReaderOptions) {
    this.#options = options;
  }

  async checkpoint(): Promise<string> {
    const bytes = await this.#read('checkpoint', CHECKPOINT_LIMIT_BYTES);
    if (bytes === undefined) throw new DepartmentError('log-unreachable', { path: 'checkpoint' });
    return utf8Decode(bytes);
  }

  /** Entries [from, size), one bundle at a time. */
  async *entries(from: number, size: number): AsyncGenerator<Uint8Array> {
    for (let bundle = Math.floor(from / TILE_WIDTH); bundle * TILE_WIDTH < size; bundle += 1) {
      const first = bundle * TILE_WIDTH;
      const width = Math.min(TILE_WIDTH, size - first);
      const entries = decode(await this.#bundle(bundle, width));
      if (entries.length < width) throw new DepartmentError('log-malformed', { bundle });
      yield* entries.slice(Math.max(0, from - first), width);
    }
  }

  /** A partial file may be gone once the full one stands (tlog-tiles allows it); its beginning is the same. */
  async #bundle(bundle: number, width: number): Promise<Uint8Array> {
    const read = (wide: number) => this.#read(entriesPath(bundle, wide), BUNDLE_LIMIT_BYTES);
    const bytes = (await read(width)) ?? (await read(TILE_WIDTH));
    if (bytes === undefined) throw new DepartmentError('log-malformed', { bundle });
    return bytes;
  }

  async #read(path: string, limitBytes: number): Promise<Uint8Array | undefined> {
    const { url, timeoutMs, fetch } = this.#options;
    try {
      const response = await fetch(`${url}/${path}`, { signal: AbortSignal.timeout(timeoutMs) });
      if (response.status === 404) return undefined;
      if (!response.ok) throw new DepartmentError('log-unreachable', { status: response.status });
      return await readLimited(response, limitBytes);
    } catch (error) {
      if (error instanceof DepartmentError) throw error;
      throw new DepartmentError('log-unreachable', { path });
    }
  }
}

function decode(bytes: Uint8Array): Uint8Array[] {
  try {
    return decodeEntryBundle(bytes);
  } catch {
    throw new DepartmentError('log-malformed', { part: 'bundle' });
  }
}

async function readLimited(response: Response, limitBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > limitBytes) throw new DepartmentError('log-malformed', { limitBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
