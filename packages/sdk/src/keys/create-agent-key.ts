import { createCaseKey } from './create-case-key.ts';
import type { KeyStore } from './key-store.ts';

const SEALING = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Where the key that opens lies, beside the one that signs. */
export const sealingNameOf = (kid: string): string => `${kid}.sealing`;

/**
 * Two keys of somebody who is to act for another, kept in the store and never read out: one that signs and one to which the
 * holder's browser seals what the agent must know. A pair for each appointment, or the log would join them. Gives the
 * thumbprint of the one that signs.
 */
export const createAgentKey = async (store: KeyStore): Promise<string> => {
  const { publicKey } = await createCaseKey(store);
  const pair = await crypto.subtle.generateKey(SEALING, false, ['deriveBits']);
  await store.put(sealingNameOf(publicKey.kid), pair);
  return publicKey.kid;
};
