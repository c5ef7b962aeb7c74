import type { JsonObject, Signer } from '@minglu/protocol';
import type { KeyStore } from './key-store.ts';
import { webCryptoSigner } from './web-crypto-signer.ts';
import { P256, withoutExtraction } from './without-extraction.ts';

/**
 * A new key for one case, kept in the store. One key per case, or the public log would link a person's cases. The key in
 * the store cannot be read out. `onSecret` is given its private JWK this once, for a backup file; whoever takes it must
 * not write it anywhere unsealed.
 */
export const createCaseKey = async (
  store: KeyStore,
  onSecret?: (kid: string, privateJwk: JsonObject) => void,
): Promise<Signer> => {
  if (onSecret === undefined) return keep(store, await crypto.subtle.generateKey(P256, false, ['sign', 'verify']));
  const made = await crypto.subtle.generateKey(P256, true, ['sign', 'verify']);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', made.privateKey);
  const privateJwk = { kty, crv, x, y, d } as JsonObject;
  const signer = await keep(store, await withoutExtraction(privateJwk));
  onSecret(signer.publicKey.kid, privateJwk);
  return signer;
};

const keep = async (store: KeyStore, pair: CryptoKeyPair): Promise<Signer> => {
  const signer = await webCryptoSigner(pair);
  await store.put(signer.publicKey.kid, pair);
  return signer;
};
