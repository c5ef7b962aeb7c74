import { stringFromUnits } from './ascii.ts';
import { utf8Encode } from './utf8.ts';

/** One of the two alphabets of RFC 4648, with its inverse (0x80 where there is none). */
export interface Base64Alphabet {
  readonly units: Uint8Array;
  readonly values: Uint8Array;
}

export function base64Alphabet(last2: string): Base64Alphabet {
  const units = utf8Encode(`ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789${last2}`);
  const values = new Uint8Array(128).fill(0x80);
  units.forEach((unit, value) => {
    values[unit] = value;
  });
  return { units, values };
}

/** Unpadded text of `bytes`. */
export function encodeUnpadded({ units }: Base64Alphabet, bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % 3);
  const text = new Uint8Array(Math.ceil((bytes.length * 4) / 3));
  let at = 0;
  for (let i = 0; i < whole; i += 3) {
    const group = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    text[at++] = units[group >> 18] as number;
    text[at++] = units[(group >> 12) & 63] as number;
    text[at++] = units[(group >> 6) & 63] as number;
    text[at++] = units[group & 63] as number;
  }
  if (whole < bytes.length) {
    const group = ((bytes[whole] as number) << 16) | ((bytes[whole + 1] ?? 0) << 8);
    text[at++] = units[group >> 18] as number;
    text[at++] = units[(group >> 12) & 63] as number;
    if (whole + 1 < bytes.length) text[at++] = units[(group >> 6) & 63] as number;
  }
  return stringFromUnits(text);
}

/**
 * Bytes of the unpadded text between `start` and `end`, or nothing when it has a foreign character, an impossible
 * length, or spare bits that are not zero: two texts for the same bytes would let somebody restate a signed thing.
 */
export function decodeUnpadded(
  { values }: Base64Alphabet,
  text: string,
  start: number,
  end: number,
): Uint8Array | undefined {
  const tail = (end - start) & 3;
  if (tail === 1) return undefined;
  const bytes = new Uint8Array(((end - start) * 3) >> 2);
  const whole = end - tail;
  let at = 0;
  let foreign = 0;
  for (let i = start; i < whole; i += 4) {
    const a = text.charCodeAt(i);
    const b = text.charCodeAt(i + 1);
    const c = text.charCodeAt(i + 2);
    const d = text.charCodeAt(i + 3);
    const e = values[a & 127] as number;
    const f = values[b & 127] as number;
    const g = values[c & 127] as number;
    const h = values[d & 127] as number;
    foreign |= ((a | b | c | d) & 0xff80) | ((e | f | g | h) & 0x80);
    bytes[at] = (e << 2) | (f >> 4);
    bytes[at + 1] = (f << 4) | (g >> 2);
    bytes[at + 2] = (g << 6) | h;
    at += 3;
  }
  if (foreign !== 0) return undefined;
  return tail === 0 || decodeTail(values, text, whole, tail, bytes) ? bytes : undefined;
}

function decodeTail(values: Uint8Array, text: string, start: number, tail: number, bytes: Uint8Array): boolean {
  const a = text.charCodeAt(start);
  const b = text.charCodeAt(start + 1);
  const c = tail === 3 ? text.charCodeAt(start + 2) : 0;
  if (((a | b | c) & 0xff80) !== 0) return false;
  const e = values[a] as number;
  const f = values[b] as number;
  const g = tail === 3 ? (values[c] as number) : 0;
  if (((e | f | g) & 0x80) !== 0) return false;
  const spare = tail === 3 ? g & 3 : f & 15;
  bytes[bytes.length - tail + 1] = (e << 2) | (f >> 4);
  if (tail === 3) bytes[bytes.length - 1] = (f << 4) | (g >> 2);
  return spare === 0;
}
