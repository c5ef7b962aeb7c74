import { ProtocolError } from '../errors.ts';
import { base64Alphabet, decodeUnpadded, encodeUnpadded } from './base64-alphabet.ts';

const alphabet = base64Alphabet('-_');

/** Unpadded base64url (RFC 4648 section 5, as RFC 7515 uses it). */
export function base64urlEncode(bytes: Uint8Array): string {
  return encodeUnpadded(alphabet, bytes);
}

/** Bytes of canonical unpadded base64url, `text` or its part [start, end). Throws `base64url-malformed`. */
export function base64urlDecode(text: string, start = 0, end: number = text.length): Uint8Array {
  const bytes = decodeUnpadded(alphabet, text, start, end);
  if (bytes === undefined) throw new ProtocolError('base64url-malformed');
  return bytes;
}
