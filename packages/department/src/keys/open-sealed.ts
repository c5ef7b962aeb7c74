import type { JsonObject } from '@minglu/protocol';
import { compactDecrypt, importJWK } from 'jose';
import { DepartmentError } from '../department-error.ts';

/**
 * The text of a compact JWE (ECDH-ES with A256GCM, RFC 7516) sealed to this department's key. Whatever does not open
 * is not-for-us: a broken envelope and another's envelope look the same to whoever holds no key.
 */
export async function openSealed(sealed: string, privateJwk: JsonObject): Promise<string> {
  try {
    const key = await importJWK({ ...privateJwk } as Record<string, string>, 'ECDH-ES');
    const options = { keyManagementAlgorithms: ['ECDH-ES'], contentEncryptionAlgorithms: ['A256GCM'] };
    const { plaintext } = await compactDecrypt(sealed, key, options);
    return new TextDecoder('utf-8', { fatal: true }).decode(plaintext);
  } catch {
    throw new DepartmentError('not-for-us');
  }
}
