import { base64urlEncode, publicJwk, signerFromSecret } from '@minglu/protocol';
import type { KeyStore } from './key-store.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Puts a case key from paper into this device's store, from where it can be used and not read again. Gives its thumbprint. */
export const importCaseKey = async (store: KeyStore, secret: Uint8Array): Promise<string> => {
  const { publicKey } = signerFromSecret('ES256', secret);
  const jwk = publicJwk(publicKey) as JsonWebKey;
  const privateJwk = { ...jwk, d: base64urlEncode(secret) };
  const pair = {
    privateKey: await crypto.subtle.importKey('jwk', privateJwk, P256, false, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', jwk, P256, true, ['verify']),
  };
  await store.put(publicKey.kid, pair);
  return publicKey.kid;
};
