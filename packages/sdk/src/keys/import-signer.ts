import { type JsonObject, parsePublicJwk, type Signer } from '@minglu/protocol';

/** A signer of a private JWK (P-256 or Ed25519), imported non-extractable: an officer's key in a demonstration city. */
export const importSigner = async (privateJwk: JsonObject): Promise<Signer> => {
  const { d: _secret, ...rest } = privateJwk;
  const { kty, crv, x, y } = rest;
  const publicKey = parsePublicJwk({ kty, crv, x, ...(y === undefined ? {} : { y }) } as JsonObject);
  const isEc = publicKey.suite === 'ES256';
  const key = await crypto.subtle.importKey(
    'jwk',
    { ...(privateJwk as JsonWebKey), key_ops: ['sign'], ext: false },
    isEc ? { name: 'ECDSA', namedCurve: 'P-256' } : { name: 'Ed25519' },
    false,
    ['sign'],
  );
  const algorithm = isEc ? { name: 'ECDSA', hash: 'SHA-256' } : { name: 'Ed25519' };
  return {
    publicKey,
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign(algorithm, key, message as Uint8Array<ArrayBuffer>)),
  };
};
