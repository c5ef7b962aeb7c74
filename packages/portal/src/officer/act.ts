import { buildSidecar, type JsonObject } from '@minglu/protocol';
import { randomId, seal, submit } from '@minglu/sdk';
import { proveKey } from '../keys/prove-key.ts';
import { api } from '../server/api.ts';
import { type Failure, failureOf, PortalError } from '../server/failure.ts';
import type { Officer } from './use-officer.ts';

export interface Act {
  readonly deed: string;
  readonly body: JsonObject;
  /** Words of a person, and the key they are sealed to: they never stand in public. */
  readonly words?: { readonly text: string; readonly sealTo: JsonObject };
}

const HOUR_MS = 3_600_000;

/** Signs a deed with the officer's registered key and sends it. A refusal by the chain is thrown with its code. */
export async function act(officer: Officer, { deed, body, words }: Act): Promise<void> {
  const { chain } = await api.get('/api/city', {});
  const sidecar =
    words === undefined
      ? undefined
      : buildSidecar({
          salt: randomId(),
          attestations: [],
          sealed: { reason: await seal(words.text, words.sealTo) },
          plain: {},
        });
  const draft = { chain, deed, body, notAfter: Date.now() + HOUR_MS, embedKey: false };
  const signed = sidecar === undefined ? draft : { ...draft, sidecar };
  const { outcome } = await provingAnew(officer, () => submit(api, signed, officer.signer));
  if (outcome.refused !== undefined) throw new PortalError(outcome.refused, (outcome.facts ?? {}) as Failure['facts']);
}

/**
 * A grave deed needs a fresh proof of who it is. Where a key is all there is, the key gives it; where a provider says who it
 * is, only the provider does, and the failure shows the way.
 */
async function provingAnew<T>({ session, signer }: Officer, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (failureOf(error).code !== 'step-up-required' || session.provider !== undefined) throw error;
    await proveKey(signer, { embedKey: false });
    return await work();
  }
}
