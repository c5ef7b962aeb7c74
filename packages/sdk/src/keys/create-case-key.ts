import type { Signer } from '@minglu/protocol';
import type { KeyStore } from './key-store.ts';
import { webCryptoSigner } from './web-crypto-signer.ts';

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** A new key for one case, kept in the store. One key per case, or the public log would link a person's cases. */
export const createCaseKey = async (store: KeyStore): Promise<Signer> => {
  const pair = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const signer = await webCryptoSigner(pair);
  await store.put(signer.publicKey.kid, pair);
  return signer;
};
