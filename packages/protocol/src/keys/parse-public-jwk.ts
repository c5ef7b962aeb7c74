import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { base64urlDecode } from '../encoding/base64url.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { isJsonObject, type JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { type JwkCoordinates, type PublicKey, type Suite, thumbprint } from './public-key.ts';

/**
 * The key of a public JWK: exactly `{"kty":"EC","crv":"P-256","x","y"}` or `{"kty":"OKP","crv":"Ed25519","x"}`,
 * in this order. A point off its curve, or of small order, is refused here, where keys are registered: a key that
 * agrees with many signatures would let its owner deny one. Throws `key-*`.
 */
export function parsePublicJwk(json: JsonValue, hash: HashFunction = sha256): PublicKey {
  if (!isJsonObject(json)) throw new ProtocolError('key-malformed');
  const suite = suiteOf(json.kty, json.crv);
  const members = Object.keys(json).join();
  if (members !== (suite === 'ES256' ? 'kty,crv,x,y' : 'kty,crv,x')) throw new ProtocolError('key-malformed');
  const { x, y } = json;
  if (typeof x !== 'string' || (suite === 'ES256' && typeof y !== 'string')) throw new ProtocolError('key-malformed');
  const key = publicKeyFromCoordinates({ x, y: typeof y === 'string' ? y : undefined }, hash);
  if (!isUsablePoint(key)) throw new ProtocolError('key-not-on-curve', { suite });
  return key;
}

/** The key of two (ES256) or one (Ed25519) coordinates; shape only, no curve: a signature check sees to that. */
export function publicKeyFromCoordinates(coordinates: JwkCoordinates, hash: HashFunction): PublicKey {
  const { x, y } = coordinates;
  if (x.length !== 43 || (y !== undefined && y.length !== 43)) throw new ProtocolError('key-malformed');
  const kid = thumbprint(coordinates, hash);
  if (y === undefined) return { suite: 'Ed25519', bytes: base64urlDecode(x), kid };
  const bytes = new Uint8Array(65);
  bytes[0] = 4;
  bytes.set(base64urlDecode(x), 1);
  bytes.set(base64urlDecode(y), 33);
  return { suite: 'ES256', bytes, kid };
}

function suiteOf(kty: JsonValue | undefined, crv: JsonValue | undefined): Suite {
  if (kty === 'EC' && crv === 'P-256') return 'ES256';
  if (kty === 'OKP' && crv === 'Ed25519') return 'Ed25519';
  throw new ProtocolError('key-suite-unknown');
}

function isUsablePoint({ suite, bytes }: PublicKey): boolean {
  try {
    if (suite === 'ES256') p256.Point.fromBytes(bytes).assertValidity();
    else return !ed25519.Point.fromBytes(bytes, false).isSmallOrder();
    return true;
  } catch {
    return false;
  }
}
