import { equalBytes } from '../encoding/bytes.ts';
import { hexEncode } from '../encoding/hex.ts';
import { ProtocolError } from '../errors.ts';

/** One value of DER (X.690): `whole` with its tag and length, `value` without. */
export interface Der {
  readonly tag: number;
  readonly whole: Uint8Array;
  readonly value: Uint8Array;
}

export const INTEGER = 0x02;
export const BIT_STRING = 0x03;
export const OCTET_STRING = 0x04;
export const OBJECT_IDENTIFIER = 0x06;
export const SEQUENCE = 0x30;
export const SET = 0x31;

/** The first value in `bytes`; what follows it is left. Throws `document-malformed`. */
export function readDer(bytes: Uint8Array): Der {
  const [tag = 0, first = 0] = bytes;
  // Tags of more than one byte stand in nothing that is read here; an indefinite length is not DER.
  if (bytes.length < 2 || (tag & 0x1f) === 0x1f || first === 0x80 || first > 0x83) throw malformed();
  const count = first < 0x80 ? 0 : first - 0x80;
  let length = count === 0 ? first : 0;
  for (let at = 2; at < 2 + count; at += 1) length = length * 256 + (bytes[at] ?? 0);
  // One length has one form: otherwise the same file would have two texts.
  const isShortest = count === 0 || (length >= 0x80 && (bytes[2] ?? 0) !== 0);
  const end = 2 + count + length;
  if (!isShortest || end > bytes.length) throw malformed();
  return { tag, whole: bytes.subarray(0, end), value: bytes.subarray(2 + count, end) };
}

/** The values inside a constructed one. Throws `document-malformed`. */
export function insideOf(parent: Der | undefined, tag = SEQUENCE): readonly Der[] {
  if (parent?.tag !== tag) throw malformed();
  const found: Der[] = [];
  for (let rest = parent.value; rest.length > 0; ) {
    const next = readDer(rest);
    found.push(next);
    rest = rest.subarray(next.whole.length);
  }
  return found;
}

export function contentOf(der: Der | undefined, tag: number): Uint8Array {
  if (der?.tag !== tag) throw malformed();
  return der.value;
}

/** A BIT STRING of whole bytes. */
export function bitsOf(der: Der | undefined): Uint8Array {
  const value = contentOf(der, BIT_STRING);
  if (value[0] !== 0) throw malformed();
  return value.subarray(1);
}

/** An object identifier as hex of its bytes: nothing here counts in its arcs. */
export function oidOf(der: Der | undefined): string {
  return hexEncode(contentOf(der, OBJECT_IDENTIFIER));
}

/** r ‖ s of an ECDSA signature (RFC 3279, 2.2.3). */
export function rawSignature(der: Uint8Array): Uint8Array {
  const read = readDer(der);
  const numbers = insideOf(read);
  if (read.whole.length !== der.length || numbers.length !== 2) throw malformed();
  const raw = new Uint8Array(64);
  for (const [at, number] of numbers.entries()) {
    const digits = contentOf(number, INTEGER);
    const body = digits[0] === 0 ? digits.subarray(1) : digits;
    if (body.length > 32) throw malformed();
    raw.set(body, at * 32 + 32 - body.length);
  }
  return raw;
}

export function isSame(left: Der | undefined, right: Der | undefined): boolean {
  return left !== undefined && right !== undefined && equalBytes(left.whole, right.whole);
}

export function malformed(): ProtocolError {
  return new ProtocolError('document-malformed');
}
