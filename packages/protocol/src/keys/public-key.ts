import { asciiBytes } from '../encoding/ascii.ts';
import { base64urlDecodeAscii, base64urlEncode } from '../encoding/base64url.ts';
import { digestForm, GAP_LENGTH, lendFilledForm } from '../encoding/digest-form.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import type { JsonObject } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';

/** Signature suites, by their JOSE `alg` name: RFC 7518 (P-256, SHA-256) and RFC 9864 (Ed25519). */
export type Suite = 'ES256' | 'Ed25519';

/** A public key: 65 bytes of uncompressed point for ES256, 32 bytes for Ed25519; `kid` is its RFC 7638 thumbprint. */
export interface PublicKey {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly kid: string;
}

/** RFC 7638: the required members in lexicographic order. */
const THUMBPRINT_FORMS = {
  ES256: digestForm('{"crv":"P-256","kty":"EC","x":"~","y":"~"}'),
  Ed25519: digestForm('{"crv":"Ed25519","kty":"OKP","x":"~"}'),
} as const;

/** Where coordinates stand that were written one after the other. */
export const ADJOINING = [0, GAP_LENGTH] as const;

/** The key of raw `bytes`. Checks the length and the point's prefix, not the curve. Throws `key-malformed`. */
export function publicKeyFromBytes(suite: Suite, bytes: Uint8Array, hash: HashFunction = sha256): PublicKey {
  const wellShaped = suite === 'ES256' ? bytes.length === 65 && bytes[0] === 4 : bytes.length === 32;
  if (!wellShaped) throw new ProtocolError('key-malformed', { suite });
  const text = asciiBytes(coordinatesOf(suite, bytes).join(''));
  return { suite, bytes, kid: base64urlEncode(hash(lendFilledForm(THUMBPRINT_FORMS[suite], text, ADJOINING))) };
}

/**
 * The key whose coordinates stand in `text` (a JWK, in bytes) at `places`: two for ES256, one for Ed25519. Their
 * form is checked, not the curve: a signature check sees to that. Throws `base64url-malformed`.
 */
export function publicKeyFromText(
  suite: Suite,
  text: Uint8Array,
  places: readonly number[],
  hash: HashFunction,
): PublicKey {
  const [x = 0, y = 0] = places;
  const first = base64urlDecodeAscii(text, x, x + GAP_LENGTH);
  const bytes = suite === 'ES256' ? uncompressedPoint(first, base64urlDecodeAscii(text, y, y + GAP_LENGTH)) : first;
  // Last: `text` may be lent, and the hash function is somebody else's.
  return { suite, bytes, kid: base64urlEncode(hash(lendFilledForm(THUMBPRINT_FORMS[suite], text, places))) };
}

/** The public JWK (RFC 7517; RFC 8037 for Ed25519), its members in the one order this package reads and writes. */
export function publicJwk({ suite, bytes }: PublicKey): JsonObject {
  const [x = '', y = ''] = coordinatesOf(suite, bytes);
  return suite === 'Ed25519' ? { kty: 'OKP', crv: 'Ed25519', x } : { kty: 'EC', crv: 'P-256', x, y };
}

function uncompressedPoint(x: Uint8Array, y: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(65);
  bytes[0] = 4;
  bytes.set(x, 1);
  bytes.set(y, 33);
  return bytes;
}

function coordinatesOf(suite: Suite, bytes: Uint8Array): readonly string[] {
  return suite === 'ES256'
    ? [base64urlEncode(bytes.subarray(1, 33)), base64urlEncode(bytes.subarray(33))]
    : [base64urlEncode(bytes)];
}
