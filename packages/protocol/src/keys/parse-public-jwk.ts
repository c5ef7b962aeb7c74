import { ed25519 } from '@noble/curves/ed25519.js';
import { p256 } from '@noble/curves/nist.js';
import { asciiBytes } from '../encoding/ascii.ts';
import { GAP_LENGTH } from '../encoding/digest-form.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { isJsonObject, type JsonValue } from '../encoding/strict-json.ts';
import { ProtocolError } from '../errors.ts';
import { ADJOINING, type PublicKey, publicKeyFromText, type Suite } from './public-key.ts';

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
  const coordinates = suite === 'ES256' ? [json.x, json.y] : [json.x];
  if (coordinates.some((one) => typeof one !== 'string' || one.length !== GAP_LENGTH)) {
    throw new ProtocolError('key-malformed', { suite });
  }
  const key = publicKeyFromText(suite, asciiBytes(coordinates.join('')), ADJOINING, hash);
  if (!isUsablePoint(key)) throw new ProtocolError('key-not-on-curve', { suite });
  return key;
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
