import { ProtocolError } from '../errors.ts';
import { lendAsciiBytes } from './ascii.ts';
import { base64Alphabet, decodedLength, decodeUnpadded, encodeUnpadded, type TextRange } from './base64-alphabet.ts';

const alphabet = base64Alphabet('-_');

/** Unpadded base64url (RFC 4648 section 5, as RFC 7515 uses it). */
export function base64urlEncode(bytes: Uint8Array): string {
  return encodeUnpadded(alphabet, bytes);
}

/** Bytes of canonical unpadded base64url. Throws `base64url-malformed`. */
export function base64urlDecode(text: string): Uint8Array {
  return base64urlDecodeAscii(lendAsciiBytes(text), 0, text.length);
}

/** As `base64urlDecode`, of the part [start, end) of a text already in bytes. */
export function base64urlDecodeAscii(text: Uint8Array, start: number, end: number): Uint8Array {
  const bytes = new Uint8Array(decodedLength(end - start));
  base64urlDecodeInto(text, { start, end }, bytes);
  return bytes;
}

/** As `base64urlDecodeAscii`, into the start of `bytes`; gives how many. */
export function base64urlDecodeInto(text: Uint8Array, range: TextRange, bytes: Uint8Array): number {
  if (!decodeUnpadded(alphabet, text, range, bytes)) throw new ProtocolError('base64url-malformed');
  return decodedLength(range.end - range.start);
}
