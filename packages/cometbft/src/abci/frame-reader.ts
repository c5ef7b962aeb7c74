import { EngineError } from '../engine-error.ts';

/** Lengths are unsigned varints since CometBFT 0.37 (before that they were zigzag, which looks like twice the length). */
const MAX_PREFIX_BYTES = 5;

/** Cuts a stream into frames: a length, then as many bytes. Chunks are gathered in a list and joined once a frame. */
export class FrameReader {
  readonly #maxFrameBytes: number;
  #chunks: Uint8Array[] = [];
  #gathered = 0;
  /** Length of the frame under way; undefined while its prefix is not all there. */
  #wanted: number | undefined;

  constructor(maxFrameBytes: number) {
    this.#maxFrameBytes = maxFrameBytes;
  }

  /** Bytes of a frame that is not whole yet. */
  get pending(): number {
    return this.#gathered;
  }

  /** The frames that `chunk` completes. Throws `frame-malformed` or `frame-too-long`; the stream has no meaning after that. */
  *push(chunk: Uint8Array): Generator<Uint8Array> {
    this.#chunks.push(chunk);
    this.#gathered += chunk.length;
    for (;;) {
      this.#wanted ??= this.#readPrefix();
      if (this.#wanted === undefined || this.#gathered < this.#wanted) return;
      const frame = this.#take(this.#wanted);
      this.#wanted = undefined;
      yield frame;
    }
  }

  #readPrefix(): number | undefined {
    let length = 0;
    for (let at = 0; at < MAX_PREFIX_BYTES; at++) {
      const byte = this.#peek(at);
      if (byte === undefined) return undefined;
      length += (byte & 0x7f) * 2 ** (7 * at);
      if (byte >= 0x80) continue;
      if (byte === 0 && at > 0) throw new EngineError('frame-malformed');
      if (length > this.#maxFrameBytes) throw new EngineError('frame-too-long', { length, max: this.#maxFrameBytes });
      this.#take(at + 1);
      return length;
    }
    throw new EngineError('frame-malformed');
  }

  #peek(at: number): number | undefined {
    let left = at;
    for (const chunk of this.#chunks) {
      if (left < chunk.length) return chunk[left];
      left -= chunk.length;
    }
    return undefined;
  }

  #take(length: number): Uint8Array {
    const all = this.#chunks.length === 1 ? (this.#chunks[0] as Uint8Array) : Buffer.concat(this.#chunks);
    const rest = all.subarray(length);
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#gathered = rest.length;
    return all.subarray(0, length);
  }
}
