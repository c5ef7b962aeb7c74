import {
  type JsonValue,
  parseStateProof,
  type TrustPolicy,
  type VerifiedEntry,
  verifyEntryProof,
  verifyStateProof,
} from '@minglu/protocol';
import type { Client } from '../client/client.ts';
import { webCryptoCheck } from '../keys/web-crypto-check.ts';
import { SdkError } from '../sdk-error.ts';

export interface VerifiedState {
  readonly key: string;
  /** The value text, or null: proved to be absent. */
  readonly value: string | null;
  readonly height: number;
  readonly place: VerifiedEntry;
}

/** Reads one state value and checks the whole way from it to the log's signature. The key asked is the key proved. */
export const readVerifiedState = async (client: Client, key: string, trust: TrustPolicy): Promise<VerifiedState> => {
  const answer = await client.get('/api/state', { key });
  const place = await verifyEntryProof(answer.block, { trust, checkSignature: webCryptoCheck });
  if (place.entry.type !== 'block') throw new SdkError('state-proof-false');
  const proof = parseStateProof(answer.state as JsonValue);
  const claim = { root: place.entry.stateRoot, key, value: answer.value, proof };
  if (!verifyStateProof(claim)) throw new SdkError('state-proof-false');
  return { key, value: answer.value, height: place.entry.height, place };
};
