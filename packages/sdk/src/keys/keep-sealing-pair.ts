import type { JsonObject } from '@minglu/protocol';
import type { KeyStore } from './key-store.ts';

export const P256_SEALING = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Where the key that opens lies, beside the one that signs. */
export const sealingNameOf = (kid: string): string => `${kid}.sealing`;

/** Puts an agent's opening key beside the signing one, where it can be used and not read. Rejects what is no P-256 key. */
export const keepSealingPair = async (store: KeyStore, kid: string, privateJwk: JsonObject): Promise<void> => {
  const { kty, crv, x, y, d } = privateJwk as JsonWebKey;
  const shared = { kty, crv, x, y } as JsonWebKey;
  const secret = { ...shared, d } as JsonWebKey;
  const privateKey = await crypto.subtle.importKey('jwk', secret, P256_SEALING, false, ['deriveBits']);
  const publicKey = await crypto.subtle.importKey('jwk', shared, P256_SEALING, true, []);
  await store.put(sealingNameOf(kid), { privateKey, publicKey });
};
