import {
  base64Encode,
  type CheckedCheckpoint,
  checkCheckpoint,
  checkSignedCheckpoint,
  type Trust,
} from '@minglu/protocol';
import type { Client } from '../client/client.ts';
import { webCryptoCheck } from '../keys/web-crypto-check.ts';
import { type CheckpointEvidence, SdkError, type SdkErrorCode } from '../sdk-error.ts';
import { ServerError } from '../server-error.ts';
import { checkConsistency } from './check-consistency.ts';
import type { PinStore } from './pin-store.ts';

/**
 * Fetches the checkpoint and holds it against the largest one this reader has seen. A smaller one, or one the server
 * cannot prove to extend it, is a rewritten history: both are kept, and the error carries them. A server that shows
 * this reader another past than it shows the witnesses is caught here.
 */
export const pinCheckpoint = async (client: Client, store: PinStore, trust: Trust): Promise<CheckedCheckpoint> => {
  const note = await client.getText('/checkpoint', {});
  const seen = await checkSignedCheckpoint(note, trust, webCryptoCheck);
  const pinned = await store.readCheckpoint(trust.origin);
  if (pinned !== undefined && pinned !== note) await compare({ client, store, trust }, pinned, { note, seen });
  await store.writeCheckpoint(trust.origin, note);
  return seen;
};

interface Reader {
  readonly client: Client;
  readonly store: PinStore;
  readonly trust: Trust;
}

const compare = async (
  reader: Reader,
  pinned: string,
  { note, seen }: { readonly note: string; readonly seen: CheckedCheckpoint },
): Promise<void> => {
  const { checkpoint: before } = await checkCheckpoint(pinned, reader.trust, webCryptoCheck);
  const { size } = seen.checkpoint;
  if (size < before.size) return keep(reader, 'checkpoint-rolled-back', { older: pinned, newer: note, path: [] });
  if (size === before.size) {
    if (base64Encode(before.root) === base64Encode(seen.checkpoint.root)) return;
    return keep(reader, 'checkpoint-forked', { older: pinned, newer: note, path: [] });
  }
  try {
    const { verdict, path } = await checkConsistency(reader.client, pinned, note, reader.trust);
    if (verdict !== 'consistent') await keep(reader, 'checkpoint-unproved', { older: pinned, newer: note, path });
  } catch (error) {
    // A server that refuses the proof of its own two checkpoints is as suspect as one that gives a false one.
    if (!(error instanceof ServerError) || error.status >= 500) throw error;
    await keep(reader, 'checkpoint-unproved', { older: pinned, newer: note, path: [] });
  }
};

const keep = async ({ store, trust }: Reader, code: SdkErrorCode, evidence: CheckpointEvidence): Promise<never> => {
  await store.keepEvidence(trust.origin, evidence);
  throw new SdkError(code, {}, evidence);
};
