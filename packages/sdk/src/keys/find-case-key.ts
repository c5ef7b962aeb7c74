import type { Signer } from '@minglu/protocol';
import type { KeyStore } from './key-store.ts';
import { webCryptoSigner } from './web-crypto-signer.ts';

export const findCaseKey = async (store: KeyStore, kid: string): Promise<Signer | undefined> => {
  const pair = await store.find(kid);
  return pair === undefined ? undefined : webCryptoSigner(pair);
};
