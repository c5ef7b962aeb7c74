/** Collects the bytes of a WebAssembly file. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  byte(...values: readonly number[]): this {
    for (const value of values) {
      this.#room(1);
      this.#bytes[this.#length] = value;
      this.#length += 1;
    }
    return this;
  }

  bytes(bytes: Uint8Array): this {
    this.#room(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
    return this;
  }

  /** LEB128 of a number from 0 to 2^32 - 1. */
  unsigned(value: number): this {
    let rest = value >>> 0;
    while (rest >= 0x80) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    return this.byte(rest);
  }

  /** Signed LEB128 of a 32-bit number. */
  signed(value: number): this {
    let rest = value | 0;
    for (;;) {
      const low = rest & 0x7f;
      rest >>= 7;
      if ((rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0)) return this.byte(low);
      this.byte(low | 0x80);
    }
  }

  /** Bytes with their length before them. */
  sized(bytes: Uint8Array): this {
    return this.unsigned(bytes.length).bytes(bytes);
  }

  text(ascii: string): this {
    return this.sized(Uint8Array.from(ascii, (character) => character.charCodeAt(0)));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}
