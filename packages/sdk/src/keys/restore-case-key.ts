import type { JsonObject } from '@minglu/protocol';
import { SdkError } from '../sdk-error.ts';
import type { KeyStore } from './key-store.ts';
import { webCryptoSigner } from './web-crypto-signer.ts';
import { withoutExtraction } from './without-extraction.ts';

/** Puts a key from a backup into the store, where it cannot be read out again. Throws `key-file-malformed` for another key than was named. */
export const restoreCaseKey = async (store: KeyStore, kid: string, privateJwk: JsonObject): Promise<void> => {
  let pair: CryptoKeyPair;
  try {
    pair = await withoutExtraction(privateJwk);
  } catch {
    throw new SdkError('key-file-malformed');
  }
  if ((await webCryptoSigner(pair)).publicKey.kid !== kid) throw new SdkError('key-file-malformed');
  await store.put(kid, pair);
};
