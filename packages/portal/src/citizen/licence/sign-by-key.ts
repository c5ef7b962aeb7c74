import { buildSidecar, type JsonObject } from '@minglu/protocol';
import { findCaseKey, indexedDbKeyStore, randomId, seal, submit } from '@minglu/sdk';
import { api } from '../../server/api.ts';
import { type Failure, PortalError } from '../../server/failure.ts';
import { sealingKeyOf } from './sealing-key-of.ts';

export interface KeyAct {
  /** Key that signs; it never left this browser. */
  readonly kid: string;
  readonly deed: string;
  readonly body: JsonObject;
  readonly id?: string;
  /** Words that go to an organ alone, by name. */
  readonly sealed?: Readonly<Record<string, string>>;
  /** Envelopes sealed already, to somebody else than the organ. */
  readonly envelopes?: Readonly<Record<string, string>>;
  /** Organisation they are sealed to. */
  readonly organ?: string;
  readonly attestations?: readonly JsonObject[];
  /** Told the height of the block it stands in. */
  onDone?(height: number): void;
}

const HOUR_MS = 3_600_000;

/** Signs a deed with a key of this browser and sends it; gives its id. A refusal by the chain is thrown with its code. */
export async function signByKey(act: KeyAct): Promise<string> {
  const signer = await findCaseKey(indexedDbKeyStore(), act.kid);
  if (signer === undefined) throw new PortalError('key-missing');
  const { chain } = await api.get('/api/city', {});
  const id = act.id ?? randomId();
  const sidecar = await sidecarOf(act);
  const { deed, body } = act;
  const draft = { chain, id, deed, body, notAfter: Date.now() + HOUR_MS, embedKey: true };
  const { outcome, height } = await submit(api, sidecar === undefined ? draft : { ...draft, sidecar }, signer);
  if (outcome.refused !== undefined) throw new PortalError(outcome.refused, (outcome.facts ?? {}) as Failure['facts']);
  act.onDone?.(height);
  return id;
}

async function sidecarOf({ sealed, envelopes, organ, attestations = [] }: KeyAct): Promise<string | undefined> {
  if (sealed === undefined && envelopes === undefined && attestations.length === 0) return undefined;
  const closed: Record<string, string> = { ...envelopes };
  const key = sealed === undefined ? undefined : await sealingKeyOf(organ);
  if (key !== undefined)
    for (const [name, text] of Object.entries(sealed ?? {})) closed[name] = await seal(text.trim(), key);
  return buildSidecar({ salt: randomId(), attestations: [...attestations], sealed: closed, plain: {} });
}
