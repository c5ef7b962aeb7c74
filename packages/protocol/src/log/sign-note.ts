import { utf8Encode } from '../encoding/utf8.ts';
import type { Signer } from '../keys/signer.ts';
import { formatNote, formatSignatureLine } from './note.ts';
import { vkeyOf } from './vkey.ts';

/** A key under the name it signs with. */
export interface NoteSigner {
  readonly name: string;
  readonly signer: Signer;
}

/** The plain Ed25519 line (type 0x01) under `text`, with its newline. Throws `note-name`, `vkey-algorithm`. */
export async function signatureLine(text: string, { name, signer }: NoteSigner): Promise<string> {
  const { keyId } = vkeyOf(name, 'log', signer.publicKey);
  return formatSignatureLine({ name, keyId, bytes: await signer.sign(utf8Encode(text)) });
}

/** The whole note of `text` (ending in a newline) with one signature line. Throws `note-malformed`. */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  return formatNote(text, [await signatureLine(text, signer)]);
}
