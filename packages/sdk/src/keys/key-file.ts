import type { JsonObject } from '@minglu/protocol';
import { openPassphraseFile, type PassphraseFileKind, sealPassphraseFile } from './passphrase-file.ts';

/** What travels to another device: the key of a case, and whatever its owner keeps beside it. */
export interface KeyFile {
  readonly case: string;
  readonly kid: string;
  readonly privateJwk: JsonObject;
  /** The owner's own notes of the case, as text. */
  readonly notes: string;
}

const KIND: PassphraseFileKind = { type: 'minglu-case-key', label: 'minglu case key v0', names: ['case', 'kid'] };

/**
 * The key under a passphrase, as a file, with case and key id bound in. Whoever has file and passphrase acts as the holder of
 * this one case, and of no other.
 */
export const sealKeyFile = (file: KeyFile, passphrase: string): Promise<string> => {
  const { case: id, kid, privateJwk, notes } = file;
  return sealPassphraseFile(KIND, { case: id, kid }, { privateJwk, notes }, passphrase);
};

/** Throws `key-file-malformed`, or `passphrase-wrong`, which a changed file says too. */
export const openKeyFile = async (text: string, passphrase: string): Promise<KeyFile> => {
  const { named, secret } = await openPassphraseFile(KIND, text, passphrase);
  const { privateJwk, notes } = secret;
  return {
    case: named.case ?? '',
    kid: named.kid ?? '',
    privateJwk: privateJwk as JsonObject,
    notes: String(notes),
  };
};
