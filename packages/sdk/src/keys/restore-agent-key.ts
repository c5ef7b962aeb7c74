import { SdkError } from '../sdk-error.ts';
import type { AgentKeyFile } from './agent-key-file.ts';
import { keepSealingPair } from './keep-sealing-pair.ts';
import type { KeyStore } from './key-store.ts';
import { restoreCaseKey } from './restore-case-key.ts';

/** Puts an agent's keys from a backup into the store, where they cannot be read out again. Throws `key-file-malformed` for other keys than were named. */
export const restoreAgentKey = async (store: KeyStore, { kid, secrets }: AgentKeyFile): Promise<void> => {
  await restoreCaseKey(store, kid, secrets.signing);
  try {
    await keepSealingPair(store, kid, secrets.sealing);
  } catch {
    // Half of a pair is none: it could sign, and read nothing.
    await store.remove(kid);
    throw new SdkError('key-file-malformed');
  }
};
