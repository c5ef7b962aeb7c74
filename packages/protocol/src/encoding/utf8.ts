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
  for (let i = 0; i < bytes.length; i++) if ((bytes[i] as number) > 0x7f) return decodeMixed(bytes, i);
  return stringFromUnits(bytes);
}

function decodeMixed(bytes: Uint8Array, start: number): string {
  const units = new Uint16Array(bytes.length);
  for (let i = 0; i < start; i++) units[i] = bytes[i] as number;
  let at = start;
  let i = start;
  while (i < bytes.length) {
    const lead = bytes[i] as number;
    if (lead < 0x80) {
      units[at++] = lead;
      i += 1;
      continue;
    }
    const length = sequenceLength(lead);
    let point = lead & (0x7f >> length);
    for (let k = 1; k < length; k++) {
      const next = bytes[i + k];
      if (next === undefined || (next & 0xc0) !== 0x80) throw malformed(i);
      point = (point << 6) | (next & 0x3f);
    }
    if (length === 0 || isForbidden(point, length)) throw malformed(i);
    if (point > 0xffff) {
      units[at++] = 0xd7c0 + (point >> 10);
      units[at++] = 0xdc00 | (point & 0x3ff);
    } else {
      units[at++] = point;
    }
    i += length;
  }
  return stringFromUnits(units, at);
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

function malformed(offset: number): ProtocolError {
  return new ProtocolError('utf8-malformed', { offset });
}
