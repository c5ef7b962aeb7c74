import { lendAsciiBytes } from '../encoding/ascii.ts';
import { base64urlDecodeAscii, base64urlDecodeInto, base64urlEncode } from '../encoding/base64url.ts';
import { utf8DecodeStart, utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { isLowS, normalizeLowS } from '../keys/low-s.ts';
import type { Suite } from '../keys/public-key.ts';
import type { Signer } from '../keys/signer.ts';

/** Characters, and bytes, of the longest JWS. */
export const MAX_JWS_LENGTH = 32_768;
/** 64 bytes in base64url, in either suite. */
const SIGNATURE_LENGTH = 86;

/** A header's bytes, only lent: longer than the header, and overwritten by the next JWS. */
export interface LentHeader {
  readonly bytes: Uint8Array;
  readonly length: number;
}

/** A JWS (RFC 7515, compact) taken apart: its header as `readHeader` understood it, its payload not yet understood. */
export interface CompactJws<Header> {
  readonly header: Header;
  readonly payload: string;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

const decoded = new Uint8Array(MAX_JWS_LENGTH);

/** Takes a compact JWS apart. Throws `jws-too-long`, `jws-shape`, `base64url-malformed`, `utf8-malformed`. */
export function splitCompactJws<Header>(jws: string, readHeader: (header: LentHeader) => Header): CompactJws<Header> {
  if (jws.length > MAX_JWS_LENGTH) throw new ProtocolError('jws-too-long', { maxLength: MAX_JWS_LENGTH });
  const first = jws.indexOf('.');
  const second = jws.indexOf('.', first + 1);
  if (first <= 0 || second <= first + 1) throw new ProtocolError('jws-shape');
  if (jws.length - second - 1 !== SIGNATURE_LENGTH) throw new ProtocolError('jws-shape');
  const bytes = lendAsciiBytes(jws);
  const signature = base64urlDecodeAscii(bytes, second + 1, jws.length);
  const payload = utf8DecodeStart(decoded, base64urlDecodeInto(bytes, { start: first + 1, end: second }, decoded));
  const signingInput = bytes.slice(0, second);
  const length = base64urlDecodeInto(bytes, { start: 0, end: first }, decoded);
  return { header: readHeader({ bytes: decoded, length }), payload, signingInput, signature };
}

/** Refuses a high-S signature of the suite named in the header. Throws `signature-high-s`. */
export function requireLowS(suite: Suite, signature: Uint8Array): void {
  if (suite === 'ES256' && !isLowS(signature)) throw new ProtocolError('signature-high-s');
}

/** Signs header and payload texts into a compact JWS, lowering S where the signer gave a high one. */
export async function signCompactJws(header: string, payload: string, signer: Signer): Promise<string> {
  const input = `${base64urlEncode(utf8Encode(header))}.${base64urlEncode(utf8Encode(payload))}`;
  const made = await signer.sign(utf8Encode(input));
  if (made.length !== 64) throw new ProtocolError('signature-malformed');
  const signature = signer.publicKey.suite === 'ES256' ? normalizeLowS(made) : made;
  return `${input}.${base64urlEncode(signature)}`;
}
