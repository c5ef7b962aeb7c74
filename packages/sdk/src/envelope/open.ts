import type { JsonObject } from '@minglu/protocol';
import { compactDecrypt } from 'jose/jwe/compact/decrypt';
import { importJWK } from 'jose/key/import';
import { SdkError } from '../sdk-error.ts';

/** Opens what `seal` made, with the private JWK. One code for every reason: a decryption oracle would tell more. */
export const open = async (sealed: string, privateJwk: JsonObject): Promise<string> => {
  try {
    const key = await importJWK(privateJwk as Record<string, string>, 'ECDH-ES');
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch {
    throw new SdkError('envelope-unreadable');
  }
};
