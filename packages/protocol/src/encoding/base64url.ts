import { ProtocolError } from '../errors.ts';
import { asciiBytes } from './ascii.ts';
import { base64Alphabet, decodeUnpadded, encodeUnpadded } from './base64-alphabet.ts';

const alphabet = base64Alphabet('-_');

/** Unpadded base64url (RFC 4648 section 5, as RFC 7515 uses it). */
export function base64urlEncode(bytes: Uint8Array): string {
  return encodeUnpadded(alphabet, bytes);
}

/** Bytes of canonical unpadded base64url. Throws `base64url-malformed`. */
export function base64urlDecode(text: string): Uint8Array {
  return base64urlDecodeAscii(asciiBytes(text), 0, text.length);
}

/** As `base64urlDecode`, of the part [start, end) of a text already in bytes. */
export function base64urlDecodeAscii(text: Uint8Array, start: number, end: number): Uint8Array {
  const bytes = decodeUnpadded(alphabet, text, start, end);
  if (bytes === undefined) throw new ProtocolError('base64url-malformed');
  return bytes;
}
