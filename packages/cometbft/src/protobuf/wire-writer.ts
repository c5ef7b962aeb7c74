import type { WireType } from './wire-reader.ts';

/** Gathers the pieces of one protobuf message. */
export class WireWriter {
  readonly #parts: Uint8Array[] = [];

  writeTag(field: number, wireType: WireType): void {
    this.writeVarint(field * 8 + wireType);
  }

  /** Negative numbers as int64: ten bytes of two's complement. */
  writeVarint(value: number): void {
    this.#parts.push(encodeVarint(value));
  }

  writeBytes(bytes: Uint8Array): void {
    this.writeVarint(bytes.length);
    this.#parts.push(bytes);
  }

  finish(): Uint8Array {
    return this.#parts.length === 1 ? (this.#parts[0] as Uint8Array) : Buffer.concat(this.#parts);
  }
}

const SMALL = Array.from({ length: 128 }, (_, value) => Uint8Array.of(value));

export function encodeVarint(value: number): Uint8Array {
  const small = SMALL[value];
  if (small !== undefined) return small;
  const bytes: number[] = [];
  let left = BigInt.asUintN(64, BigInt(value));
  while (left >= 0x80n) {
    bytes.push(Number(left & 0x7fn) | 0x80);
    left >>= 7n;
  }
  bytes.push(Number(left));
  return Uint8Array.from(bytes);
}
