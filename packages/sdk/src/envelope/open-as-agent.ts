import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { sealingNameOf } from '../keys/keep-sealing-pair.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { SdkError } from '../sdk-error.ts';

/** Opens what a holder sealed to an agent's code, with the key in this store, which never leaves it. Throws `envelope-unreadable`. */
export const openAsAgent = async (store: KeyStore, kid: string, sealed: string): Promise<string> => {
  try {
    const pair = await store.find(sealingNameOf(kid));
    if (pair === undefined) throw new SdkError('key-missing');
    const { plaintext } = await compactDecrypt(sealed, pair.privateKey, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch {
    throw new SdkError('envelope-unreadable');
  }
};
