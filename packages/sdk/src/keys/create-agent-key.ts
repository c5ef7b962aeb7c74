import type { JsonObject } from '@minglu/protocol';
import { createCaseKey } from './create-case-key.ts';
import { keepSealingPair, P256_SEALING, sealingNameOf } from './keep-sealing-pair.ts';
import type { KeyStore } from './key-store.ts';

/** Private JWKs of both keys. */
export interface AgentSecrets {
  readonly signing: JsonObject;
  readonly sealing: JsonObject;
}

/**
 * Two keys of somebody who is to act for another, kept in the store and never read out: one that signs and one to which the
 * holder's browser seals what the agent must know. A pair for each appointment, or the log would join them. Gives the
 * thumbprint of the one that signs. `onSecret` is given both this once, for a backup file; whoever takes them must not
 * write them anywhere unsealed.
 */
export const createAgentKey = async (
  store: KeyStore,
  onSecret?: (kid: string, secrets: AgentSecrets) => void,
): Promise<string> => {
  if (onSecret === undefined) {
    const { kid } = (await createCaseKey(store)).publicKey;
    await store.put(sealingNameOf(kid), await crypto.subtle.generateKey(P256_SEALING, false, ['deriveBits']));
    return kid;
  }
  let signing: JsonObject = {};
  const { kid } = (
    await createCaseKey(store, (_kid, jwk) => {
      signing = jwk;
    })
  ).publicKey;
  const made = await crypto.subtle.generateKey(P256_SEALING, true, ['deriveBits']);
  const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', made.privateKey);
  const sealing = { kty, crv, x, y, d } as JsonObject;
  await keepSealingPair(store, kid, sealing);
  onSecret(kid, { signing, sealing });
  return kid;
};
