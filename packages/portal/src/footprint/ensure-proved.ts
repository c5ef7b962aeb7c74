import { findCaseKey, indexedDbKeyStore } from '@minglu/sdk';
import { proveKey } from '../keys/prove-key.ts';
import { onSignedOut } from '../server/api.ts';

/** Case keys that this page has proved to the platform in this sign-in. */
const proved = new Set<string>();
onSignedOut(() => proved.clear());

/** False where this browser has lost the key. */
export async function ensureProved(kid: string): Promise<boolean> {
  if (proved.has(kid)) return true;
  const signer = await findCaseKey(indexedDbKeyStore(), kid);
  if (signer === undefined) return false;
  await proveKey(signer, { embedKey: true });
  proved.add(kid);
  return true;
}

/** The sign-in became another one: everything is proved anew. */
export function forgetProved(): void {
  proved.clear();
}
