import { SandboxError } from '../sandbox-error.ts';

/** Reads the bytes of a WebAssembly file; what ends too early is malformed. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  position: number;
  readonly end: number;

  constructor(bytes: Uint8Array, position = 0, end: number = bytes.length) {
    this.#bytes = bytes;
    this.position = position;
    this.end = end;
  }

  get done(): boolean {
    return this.position >= this.end;
  }

  byte(): number {
    const value = this.position < this.end ? this.#bytes[this.position] : undefined;
    if (value === undefined) throw new SandboxError('engine-malformed', { at: String(this.position) });
    this.position += 1;
    return value;
  }

  unsigned(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const low = this.byte();
      value += (low & 0x7f) * 2 ** shift;
      if (low < 0x80) return value;
    }
    throw new SandboxError('engine-malformed', { at: String(this.position) });
  }

  /** Passes over one LEB128 number of any width. */
  skipNumber(): void {
    while (this.byte() >= 0x80);
  }

  skip(count: number): void {
    this.position += count;
    if (this.position > this.end) throw new SandboxError('engine-malformed', { at: String(this.position) });
  }

  slice(from: number, to: number = this.position): Uint8Array {
    return this.#bytes.subarray(from, to);
  }

  /** A reader of the next `count` bytes; this one goes on behind them. */
  part(count: number): ByteReader {
    const start = this.position;
    this.skip(count);
    return new ByteReader(this.#bytes, start, this.position);
  }
}
