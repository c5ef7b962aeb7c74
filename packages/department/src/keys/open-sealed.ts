import type { JsonObject } from '@minglu/protocol';
import { open } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';

/**
 * The text of a compact JWE (ECDH-ES with A256GCM, RFC 7516) sealed to one of this department's keys. Whatever does not open
 * is `not-for-us`: a broken envelope and another's envelope look the same to whoever holds no key.
 */
export async function openSealed(sealed: string, privateJwks: readonly JsonObject[]): Promise<string> {
  for (const privateJwk of privateJwks) {
    try {
      return await open(sealed, privateJwk);
    } catch {
      // The next key; after the last one nobody learns why.
    }
  }
  throw new DepartmentError('not-for-us');
}
