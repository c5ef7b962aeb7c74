import { EngineError } from '../engine-error.ts';

/** Varint and length-delimited; the two wire types that the messages here use (protobuf encoding, "Message Structure"). */
export type WireType = 0 | 2;

const MAX_VARINT_BYTES = 10;

/** Reads one protobuf message from bytes it does not copy. Everything that is not well-formed throws `message-malformed`. */
export class WireReader {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#end;
  }

  /** Field number and wire type of what comes next. */
  readTag(): { readonly field: number; readonly wireType: number } {
    const tag = this.readUnsigned();
    const field = Math.floor(tag / 8);
    if (field === 0 || tag > 0xffff_ffff) throw malformed('tag');
    return { field, wireType: tag % 8 };
  }

  /** Up to 2^53 − 1; the engine's heights and sizes stay below. */
  readUnsigned(): number {
    return safe(this.#readVarint());
  }

  /** int64 or int32: negative ones are ten bytes of two's complement. */
  readSigned(): number {
    return safe(BigInt.asIntN(64, this.#readVarint()));
  }

  /** A view into the message, not a copy. */
  readBytes(): Uint8Array {
    const length = this.readUnsigned();
    const start = this.#at;
    if (length > this.#end - start) throw malformed('truncated');
    this.#at = start + length;
    return this.#bytes.subarray(start, this.#at);
  }

  /** A field that a newer engine may send: passed over, as protobuf asks. */
  skip(wireType: number): void {
    if (wireType === 0) this.#readVarint();
    else if (wireType === 1) this.#pass(8);
    else if (wireType === 2) this.readBytes();
    else if (wireType === 5) this.#pass(4);
    else throw malformed('wire-type');
  }

  #pass(length: number): void {
    if (length > this.#end - this.#at) throw malformed('truncated');
    this.#at += length;
  }

  #readVarint(): bigint {
    let low = 0;
    let factor = 1;
    for (let count = 0; count < 7; count++) {
      const byte = this.#next();
      low += (byte & 0x7f) * factor;
      if (byte < 0x80) return BigInt(low);
      factor *= 128;
    }
    let value = BigInt(low);
    for (let count = 7; count < MAX_VARINT_BYTES; count++) {
      const byte = this.#next();
      value |= BigInt(byte & 0x7f) << BigInt(7 * count);
      if (byte < 0x80) {
        if (value >= 1n << 64n) throw malformed('varint');
        return value;
      }
    }
    throw malformed('varint');
  }

  #next(): number {
    const byte = this.#at < this.#end ? this.#bytes[this.#at] : undefined;
    if (byte === undefined) throw malformed('truncated');
    this.#at += 1;
    return byte;
  }
}

function safe(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw malformed('number');
  return number;
}

function malformed(part: string): EngineError {
  return new EngineError('message-malformed', { part });
}
