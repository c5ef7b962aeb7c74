import { base64Decode, type CheckpointPair, parseCheckpoint, type Trust, verifyCheckpointPair } from '@minglu/protocol';
import type { Client } from '../client/client.ts';
import { webCryptoCheck } from '../keys/web-crypto-check.ts';

export interface ConsistencyCheck extends CheckpointPair {
  /** base64 hashes as the server gave them. */
  readonly path: readonly string[];
}

/** Proves, with the server's path and nothing else of its word, that the newer checkpoint extends the older. */
export const checkConsistency = async (
  client: Client,
  older: string,
  newer: string,
  trust: Trust,
): Promise<ConsistencyCheck> => {
  const from = parseCheckpoint(older).size;
  const to = parseCheckpoint(newer).size;
  // No path is needed (or exists) between equal sizes, and a reversed pair is refused by the verifier.
  const path = from < to && from > 0 ? (await client.get('/api/consistency', { from, to })).proof : [];
  const options = { trust, checkSignature: webCryptoCheck };
  return { ...(await verifyCheckpointPair(older, newer, path.map(base64Decode), options)), path };
};
