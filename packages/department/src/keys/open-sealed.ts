import type { JsonObject } from '@minglu/protocol';
import { open } from '@minglu/sdk';
import { DepartmentError } from '../department-error.ts';

/**
 * The text of a compact JWE (ECDH-ES with A256GCM, RFC 7516) sealed to this department's key. Whatever does not open
 * is `not-for-us`: a broken envelope and another's envelope look the same to whoever holds no key.
 */
export async function openSealed(sealed: string, privateJwk: JsonObject): Promise<string> {
  try {
    return await open(sealed, privateJwk);
  } catch {
    throw new DepartmentError('not-for-us');
  }
}
