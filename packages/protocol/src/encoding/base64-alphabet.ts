import { asciiBytes, stringFromUnits } from './ascii.ts';

/** Value of a character outside the alphabet: it stays negative wherever it is shifted in a group of four. */
const FOREIGN = -1;

/** One of the two alphabets of RFC 4648, with its inverse (FOREIGN where there is none). */
export interface Base64Alphabet {
  readonly units: Uint8Array;
  readonly values: Int8Array;
}

export function base64Alphabet(last2: string): Base64Alphabet {
  const units = asciiBytes(`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${last2}`);
  const values = new Int8Array(256).fill(FOREIGN);
  units.forEach((unit, value) => {
    values[unit] = value;
  });
  return { units, values };
}

/** Unpadded text of `bytes`. */
export function encodeUnpadded({ units }: Base64Alphabet, bytes: Uint8Array): string {
  const tail = bytes.length % 3;
  const whole = bytes.length - tail;
  const text = new Array<number>(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < whole; i += 3) {
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    text[at++] = units[group >> 18] as number;
    text[at++] = units[(group >> 12) & 63] as number;
    text[at++] = units[(group >> 6) & 63] as number;
    text[at++] = units[group & 63] as number;
  }
  if (tail !== 0) {
    const group = ((bytes[whole] as number) << 16) | ((bytes[whole + 1] ?? 0) << 8);
    text[at++] = units[group >> 18] as number;
    text[at++] = units[(group >> 12) & 63] as number;
    if (tail === 2) text[at++] = units[(group >> 6) & 63] as number;
  }
  return stringFromUnits(text);
}

/** Bytes that so many characters of unpadded base64 stand for. */
export function decodedLength(characters: number): number {
  return (characters * 3) >> 2;
}

/** Part of an ASCII text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Decodes a part of an unpadded ASCII `text` into the start of `bytes`. False when it has a foreign character, an
 * impossible length, or spare bits that are not zero: two texts for the same bytes would let somebody restate a
 * signed thing.
 */
export function decodeUnpadded(
  { values }: Base64Alphabet,
  text: Uint8Array,
  { start, end }: TextRange,
  bytes: Uint8Array,
): boolean {
  const tail = (end - start) & 3;
  if (tail === 1) return false;
  const whole = end - tail;
  let at = 0;
  let foreign = 0;
  for (let i = start; i < whole; i += 4) {
    const group =
      ((values[text[i] as number] as number) << 18) |
      ((values[text[i + 1] as number] as number) << 12) |
      ((values[text[i + 2] as number] as number) << 6) |
      (values[text[i + 3] as number] as number);
    foreign |= group;
    bytes[at] = group >> 16;
    bytes[at + 1] = group >> 8;
    bytes[at + 2] = group;
    at += 3;
  }
  if (tail !== 0) {
    const group =
      ((values[text[whole] as number] as number) << 18) |
      ((values[text[whole + 1] as number] as number) << 12) |
      (tail === 3 ? (values[text[whole + 2] as number] as number) << 6 : 0);
    const spare = group & (tail === 3 ? 0xff : 0xffff);
    foreign |= spare === 0 ? group : FOREIGN;
    bytes[at] = group >> 16;
    if (tail === 3) bytes[at + 1] = group >> 8;
  }
  return foreign >= 0;
}
