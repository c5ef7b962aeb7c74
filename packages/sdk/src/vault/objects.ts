import type { Client } from '../client/client.ts';
import { SdkError } from '../sdk-error.ts';
import { digestOf } from './content-key.ts';

/** Leaves a ciphertext in the vault; the same one twice is once. Throws `answer-unreadable` when the vault calls it by another name. */
export const putObject = async (client: Client, ciphertext: Uint8Array): Promise<string> => {
  const answer = (await client.postBytes('/api/vault', ciphertext)) as { digest?: unknown };
  const digest = await digestOf(ciphertext);
  if (answer.digest !== digest) throw new SdkError('answer-unreadable');
  return digest;
};

/** Whose it is: a case of the session's, or a draft. */
export type ObjectOwner = { readonly case: string } | { readonly draft: string };

/** The bytes under a digest as the server gives them; `openAttachment` finds out whether they are the ones. */
export const getObject = (client: Client, digest: string, owner: ObjectOwner): Promise<Uint8Array<ArrayBuffer>> =>
  client.getBytes('/api/vault/{digest}', { digest, ...owner });
