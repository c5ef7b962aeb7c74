import { indexedDbKeyStore, openAgentKeyFile, restoreAgentKey } from '@minglu/sdk';
import { keepAgentKey, listAgentKeys } from './agent-keys.ts';

/**
 * Makes this browser one that acts as the file's agent: whatever mandate was or will be given to that key is found by it. To whoever
 * is represented nothing changes, for it is the same key. Throws `key-file-malformed`, `passphrase-wrong`.
 */
export async function bringAgentKey(text: string, passphrase: string): Promise<void> {
  const file = await openAgentKeyFile(text, passphrase);
  await restoreAgentKey(indexedDbKeyStore(), file);
  if (!listAgentKeys().some(({ kid }) => kid === file.kid)) keepAgentKey({ kid: file.kid, createdAt: Date.now() });
}
