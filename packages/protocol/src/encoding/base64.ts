import { ProtocolError } from '../errors.ts';
import { lendAsciiBytes } from './ascii.ts';
import { base64Alphabet, decodedLength, decodeUnpadded, encodeUnpadded } from './base64-alphabet.ts';

const alphabet = base64Alphabet('+/');

/** Padded base64 (RFC 4648 section 4). */
export function base64Encode(bytes: Uint8Array): string {
  const text = encodeUnpadded(alphabet, bytes);
  return text + '='.repeat((4 - (text.length % 4)) % 4);
}

/** Bytes of canonical padded base64. Throws `base64-malformed`. */
export function base64Decode(text: string): Uint8Array {
  const end = text.length - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array(decodedLength(end));
  const isCanonical = text.length % 4 === 0 && decodeUnpadded(alphabet, lendAsciiBytes(text), { start: 0, end }, bytes);
  if (!isCanonical) throw new ProtocolError('base64-malformed');
  return bytes;
}
