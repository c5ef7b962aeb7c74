import { base64urlEncode } from '../encoding/base64url.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import type { JsonObject } from '../encoding/strict-json.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { ProtocolError } from '../errors.ts';

/** Signature suites, by their JOSE `alg` name: RFC 7518 (P-256, SHA-256) and RFC 9864 (Ed25519). */
export type Suite = 'ES256' | 'Ed25519';

/** A public key: 65 bytes of uncompressed point for ES256, 32 bytes for Ed25519; `kid` is its RFC 7638 thumbprint. */
export interface PublicKey {
  readonly suite: Suite;
  readonly bytes: Uint8Array;
  readonly kid: string;
}

/** Coordinates as they stand in a JWK: canonical base64url of 32 bytes each; `y` only for ES256. */
export interface JwkCoordinates {
  readonly x: string;
  readonly y: string | undefined;
}

/** The key of raw `bytes`. Checks the length and the point's prefix, not the curve. Throws `key-malformed`. */
export function publicKeyFromBytes(suite: Suite, bytes: Uint8Array, hash: HashFunction = sha256): PublicKey {
  const wellShaped = suite === 'ES256' ? bytes.length === 65 && bytes[0] === 4 : bytes.length === 32;
  if (!wellShaped) throw new ProtocolError('key-malformed', { suite });
  return { suite, bytes, kid: thumbprint(coordinatesOf(suite, bytes), hash) };
}

/** The public JWK (RFC 7517; RFC 8037 for Ed25519), its members in the one order this package reads and writes. */
export function publicJwk({ suite, bytes }: PublicKey): JsonObject {
  const { x, y } = coordinatesOf(suite, bytes);
  return y === undefined ? { kty: 'OKP', crv: 'Ed25519', x } : { kty: 'EC', crv: 'P-256', x, y };
}

/** RFC 7638: base64url of SHA-256 over the required members in lexicographic order. */
export function thumbprint({ x, y }: JwkCoordinates, hash: HashFunction): string {
  const text =
    y === undefined ? `{"crv":"Ed25519","kty":"OKP","x":"${x}"}` : `{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`;
  return base64urlEncode(hash(utf8Encode(text)));
}

function coordinatesOf(suite: Suite, bytes: Uint8Array): JwkCoordinates {
  return suite === 'ES256'
    ? { x: base64urlEncode(bytes.subarray(1, 33)), y: base64urlEncode(bytes.subarray(33)) }
    : { x: base64urlEncode(bytes), y: undefined };
}
