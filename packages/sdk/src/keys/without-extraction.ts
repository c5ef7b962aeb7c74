import type { JsonObject } from '@minglu/protocol';

export const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** The pair of a private JWK, whose private half can be used and not read. Rejects what is no P-256 key. */
export const withoutExtraction = async (privateJwk: JsonObject): Promise<CryptoKeyPair> => {
  const { kty, crv, x, y, d } = privateJwk as JsonWebKey;
  const shared = { kty, crv, x, y } as JsonWebKey;
  const privateKey = await crypto.subtle.importKey('jwk', { ...shared, d } as JsonWebKey, P256, false, ['sign']);
  return { privateKey, publicKey: await crypto.subtle.importKey('jwk', shared, P256, true, ['verify']) };
};
