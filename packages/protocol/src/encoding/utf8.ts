import { ProtocolError } from '../errors.ts';
import { stringFromUnits } from './ascii.ts';

/** UTF-8 bytes of `text` (RFC 3629). Throws `text-not-well-formed` on a lone surrogate, which has none. */
export function utf8Encode(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return encodeMixed(text, bytes, i);
    bytes[i] = unit;
  }
  return bytes;
}

function encodeMixed(text: string, ascii: Uint8Array, start: number): Uint8Array {
  if (!text.isWellFormed()) throw new ProtocolError('text-not-well-formed');
  const bytes = new Uint8Array(start + (text.length - start) * 3);
  bytes.set(ascii.subarray(0, start));
  let at = start;
  for (let i = start; i < text.length; i++) {
    let point = text.charCodeAt(i);
    if (point < 0x80) {
      bytes[at++] = point;
      continue;
    }
    if (point < 0x800) {
      bytes[at++] = 0xc0 | (point >> 6);
    } else {
      if (point >= 0xd800 && point <= 0xdbff) {
        i += 1;
        point = 0x10000 + ((point & 0x3ff) << 10) + (text.charCodeAt(i) & 0x3ff);
        bytes[at++] = 0xf0 | (point >> 18);
        bytes[at++] = 0x80 | ((point >> 12) & 0x3f);
      } else {
        bytes[at++] = 0xe0 | (point >> 12);
      }
      bytes[at++] = 0x80 | ((point >> 6) & 0x3f);
    }
    bytes[at++] = 0x80 | (point & 0x3f);
  }
  return bytes.slice(0, at);
}

/**
 * The text of UTF-8 `bytes`, strictly by RFC 3629: no overlong form, no surrogate, nothing above U+10FFFF, and a
 * byte order mark stays what it is. Throws `utf8-malformed {offset}`.
 */
export function utf8Decode(bytes: Uint8Array): string {
  return utf8DecodeStart(bytes, bytes.length);
}

/** As `utf8Decode`, of the first `end` bytes. */
export function utf8DecodeStart(bytes: Uint8Array, end: number): string {
  const units = new Array<number>(end);
  let at = 0;
  for (let i = 0; i < end; ) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      units[at++] = lead;
      i += 1;
      continue;
    }
    const length = sequenceLength(lead);
    const point = length === 0 || i + length > end ? -1 : codePoint(bytes, i, length);
    if (point < 0) throw new ProtocolError('utf8-malformed', { offset: i });
    if (point > 0xffff) {
      units[at++] = 0xd7c0 + (point >> 10);
      units[at++] = 0xdc00 | (point & 0x3ff);
    } else {
      units[at++] = point;
    }
    i += length;
  }
  units.length = at;
  return stringFromUnits(units);
}

/** The code point of a sequence of `length` bytes, or -1. */
function codePoint(bytes: Uint8Array, start: number, length: number): number {
  let point = (bytes[start] as number) & (0x7f >> length);
  for (let i = start + 1; i < start + length; i++) {
    const next = bytes[i] as number;
    if ((next & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (next & 0x3f);
  }
  return isForbidden(point, length) ? -1 : point;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function isForbidden(point: number, length: number): boolean {
  if (length === 3) return point < 0x800 || (point >= 0xd800 && point <= 0xdfff);
  return length === 4 && (point < 0x10000 || point > 0x10ffff);
}
