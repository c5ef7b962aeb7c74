import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { type BackupSeal, backupSeal, sameMac } from './backup-seal.ts';
import { formatManifest, hashFile, MANIFEST, type Manifest, pathsUnder, readManifest } from './manifest.ts';
import { findPosition, isPosition, type Position } from './positions.ts';

export interface CheckedBackup {
  readonly manifest: Manifest;
  /** How far departments, witnesses and the monitor in it had come; not to be seen in a sealed one without its key. */
  readonly positions: readonly Position[];
  /** A file as it was before it was backed up. */
  read(path: string): Promise<Uint8Array>;
}

export interface CheckOptions {
  readonly backup: string;
  readonly key?: Uint8Array | undefined;
  /** Without a key, hold a sealed one against its manifest only: that it is whole, not that it is what was made. */
  readonly outsideOnly?: boolean;
}

/**
 * Every file against the manifest, none more and none less; with the key, that this is what was sealed; and that nobody in
 * it is ahead of its ledger. Throws `backup-malformed`, `-incomplete`, `-damaged`, `-sealed`, `-key`, `-ahead`.
 */
export async function checkBackup({ backup, key, outsideOnly = false }: CheckOptions): Promise<CheckedBackup> {
  const manifest = await readManifest(backup);
  const seal = await openSeal(manifest, key, outsideOnly);
  await checkFiles(backup, manifest);
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = await readFile(join(backup, path));
    return seal?.open(path, bytes) ?? bytes;
  };
  const isClosed = manifest.seal !== undefined && seal === undefined;
  const positions: Position[] = [];
  for (const { path } of isClosed ? [] : manifest.files) {
    // All of a sealed one are opened: a key that fits the manifest and not a file is found now, not in an emergency.
    if (seal === undefined && !isPosition(path)) continue;
    const bytes = await read(path);
    const position = isPosition(path) ? findPosition(path, bytes) : undefined;
    if (position !== undefined) positions.push(position);
  }
  const ahead = positions.find(({ size }) => manifest.size !== undefined && size > manifest.size);
  if (ahead !== undefined) throw new CliError('backup-ahead', { file: ahead.path, size: ahead.size });
  return { manifest, positions, read };
}

async function openSeal(
  manifest: Manifest,
  key: Uint8Array | undefined,
  outsideOnly: boolean,
): Promise<BackupSeal | undefined> {
  if (manifest.seal === undefined) return undefined;
  const { id, mac = '' } = manifest.seal;
  if (key === undefined && outsideOnly) return undefined;
  if (key === undefined) throw new CliError('backup-sealed');
  const seal = backupSeal(key, id, () => new Uint8Array(0));
  const text = formatManifest({ ...manifest, seal: { id } });
  if (!sameMac(seal.mac(text), mac)) throw new CliError('backup-key', { file: MANIFEST });
  return seal;
}

async function checkFiles(backup: string, { files }: Manifest): Promise<void> {
  const there = new Set(await pathsUnder(backup));
  for (const file of files) {
    if (!there.delete(file.path)) throw new CliError('backup-incomplete', { file: file.path });
    const { size, sha256 } = await hashFile(join(backup, file.path));
    if (size !== file.size || sha256 !== file.sha256) throw new CliError('backup-damaged', { file: file.path });
  }
  there.delete(MANIFEST);
  const [stray] = there;
  if (stray !== undefined) throw new CliError('backup-damaged', { file: stray });
}
