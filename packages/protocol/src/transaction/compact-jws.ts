import { asciiBytes } from '../encoding/ascii.ts';
import { base64urlDecodeAscii, base64urlEncode } from '../encoding/base64url.ts';
import { utf8Decode, utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';
import { isLowS, normalizeLowS } from '../keys/low-s.ts';
import type { Suite } from '../keys/public-key.ts';
import type { Signer } from '../keys/signer.ts';

/** Characters, and bytes, of the longest JWS. */
export const MAX_JWS_LENGTH = 32_768;
/** 64 bytes in base64url, in either suite. */
const SIGNATURE_LENGTH = 86;

/** A JWS (RFC 7515, compact) taken apart; its header (bytes) and payload (text) are not yet understood. */
export interface CompactJws {
  readonly header: Uint8Array;
  readonly payload: string;
  readonly signingInput: Uint8Array;
  readonly signature: Uint8Array;
}

/** Takes a compact JWS apart. Throws `jws-too-long`, `jws-shape`, `base64url-malformed`, `utf8-malformed`. */
export function splitCompactJws(jws: string): CompactJws {
  if (jws.length > MAX_JWS_LENGTH) throw new ProtocolError('jws-too-long', { maxLength: MAX_JWS_LENGTH });
  const first = jws.indexOf('.');
  const second = jws.indexOf('.', first + 1);
  if (first <= 0 || second <= first + 1) throw new ProtocolError('jws-shape');
  if (jws.length - second - 1 !== SIGNATURE_LENGTH) throw new ProtocolError('jws-shape');
  const bytes = asciiBytes(jws);
  return {
    header: base64urlDecodeAscii(bytes, 0, first),
    payload: utf8Decode(base64urlDecodeAscii(bytes, first + 1, second)),
    signature: base64urlDecodeAscii(bytes, second + 1, bytes.length),
    signingInput: bytes.subarray(0, second),
  };
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
