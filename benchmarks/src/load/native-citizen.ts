import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { base64urlDecode, normalizeLowS, type PublicKey, parsePublicJwk, type Signer } from '@minglu/protocol';

/** A signer over a native P-256 key: what a browser's own cryptography does, at the same cost. */
export function nativeSigner(privateKey: KeyObject, publicKey: PublicKey): Signer {
  const options = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const;
  return { publicKey, sign: (message) => normalizeLowS(sign('sha256', message, options)) };
}

/** A new key for one case. */
export function newCaseKey(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' });
  const jwk = { kty: kty ?? '', crv: crv ?? '', x: x ?? '', y: y ?? '' };
  if (base64urlDecode(jwk.x).length !== 32) throw new RangeError('a P-256 coordinate has 32 bytes');
  return nativeSigner(privateKey, parsePublicJwk(jwk));
}
