import { ProtocolError } from '../errors.ts';

const DIGITS = '0123456789abcdef';

/** Lower-case hexadecimal. */
export function hexEncode(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15);
  return text;
}

/** Bytes of lower-case hexadecimal. Throws `hex-malformed`; upper case is refused, one value has one text. */
export function hexDecode(text: string): Uint8Array {
  if (text.length % 2 !== 0) throw new ProtocolError('hex-malformed');
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = DIGITS.indexOf(text.charAt(2 * i));
    const low = DIGITS.indexOf(text.charAt(2 * i + 1));
    if (high < 0 || low < 0) throw new ProtocolError('hex-malformed');
    bytes[i] = (high << 4) | low;
  }
  return bytes;
}
