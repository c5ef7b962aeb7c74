import { type JsonObject, type Signer, signTransaction } from '@minglu/protocol';
import type { Client } from './client/client.ts';
import type { Operations } from './generated/operations.ts';
import { randomId } from './random-id.ts';

export interface Deed {
  readonly chain: string;
  readonly deed: string;
  readonly body: JsonObject;
  /** Made here when absent. */
  readonly id?: string;
  /** Milliseconds since 1970; at most 24 hours ahead. */
  readonly notAfter: number;
  readonly sidecar?: string;
  /** A case key travels with the transaction; a registered key is named. */
  readonly embedKey: boolean;
}

export type Submitted = Operations['POST /api/transactions']['answer'];

/** Signs a deed and submits it. Sending the same deed again (same id) returns the first receipt. */
export const submit = async (client: Client, deed: Deed, signer: Signer): Promise<Submitted> => {
  const { chain, body, notAfter, sidecar, embedKey } = deed;
  const draft = { chain, id: deed.id ?? randomId(), deed: deed.deed, notAfter, body };
  const jws = await signTransaction(sidecar === undefined ? draft : { ...draft, sidecar }, signer, { embedKey });
  return submitSigned(client, jws, sidecar);
};

/** Submits a transaction that is already signed: also how a submission is tried again after silence. */
export const submitSigned = (client: Client, transaction: string, sidecar?: string): Promise<Submitted> =>
  client.post('/api/transactions', sidecar === undefined ? { transaction } : { transaction, sidecar });
