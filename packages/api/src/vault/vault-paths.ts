import { join } from 'node:path';

/** A name is the SHA-256 of the bytes, in hex: what `sha256sum` prints for the file. */
export const DIGEST = /^[0-9a-f]{64}$/;

/** Where things lie in the vault's folder. `objects` is what cases name; all else goes when its time is up. */
export const vaultFolders = { objects: 'objects', waiting: 'waiting', drafts: 'drafts' } as const;

/** One level of 256 folders: a million objects are four thousand names in each. */
export const objectPath = (directory: string, digest: string): string =>
  join(directory, vaultFolders.objects, digest.slice(0, 2), digest);

export const waitingPath = (directory: string, digest: string): string => join(directory, vaultFolders.waiting, digest);

/** An empty file beside a waiting object: this transaction names it and may be under way. */
export const pinPath = (directory: string, digest: string, transaction: string): string =>
  join(directory, vaultFolders.waiting, `${digest}.${transaction}`);

export const draftPath = (directory: string, slot: string): string => join(directory, vaultFolders.drafts, slot);
