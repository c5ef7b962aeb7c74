import { isJsonObject } from '@minglu/protocol';
import { SdkError } from '../sdk-error.ts';
import type { AgentSecrets } from './create-agent-key.ts';
import { openPassphraseFile, type PassphraseFileKind, sealPassphraseFile } from './passphrase-file.ts';

/** What an agent takes to another device: both keys of one appointment. */
export interface AgentKeyFile {
  /** Thumbprint of the key that signs. */
  readonly kid: string;
  readonly secrets: AgentSecrets;
}

const KIND: PassphraseFileKind = { type: 'minglu-agent-key', label: 'minglu agent key v0', names: ['kid'] };

/**
 * Both keys under a passphrase, as a file. Whoever has file and passphrase acts for the one holder who appointed this key, as far
 * as the mandate goes and until it ends; nothing of the holder stands in it.
 */
export const sealAgentKeyFile = ({ kid, secrets }: AgentKeyFile, passphrase: string): Promise<string> =>
  sealPassphraseFile(KIND, { kid }, { ...secrets }, passphrase);

/** Throws `key-file-malformed`, or `passphrase-wrong`, which a changed file says too. */
export const openAgentKeyFile = async (text: string, passphrase: string): Promise<AgentKeyFile> => {
  const { named, secret } = await openPassphraseFile(KIND, text, passphrase);
  const { signing, sealing } = secret;
  if (!isJsonObject(signing) || !isJsonObject(sealing)) throw new SdkError('key-file-malformed');
  return { kid: named.kid ?? '', secrets: { signing, sealing } };
};

/** Whether a file says of itself that it is one: any other is for `openKeyFile`. */
export const isAgentKeyFile = (text: string): boolean => text.trimStart().startsWith(`{"v":0,"type":"${KIND.type}"`);
