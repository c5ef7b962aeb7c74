import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { copyDurably, syncDirectories } from './copy-durably.ts';
import { hashFile, MANIFEST, type Manifest, pathsUnder, readManifest } from './manifest.ts';

/**
 * Checks every file of a backup against its manifest, then copies it to where no ledger stands. Whether it is the
 * newest history is not this program's to say: the node asks its witnesses before it signs again.
 */
export async function restoreBackup(backup: string, directory: string): Promise<Manifest> {
  const manifest = await readManifest(backup);
  const there = await access(join(directory, 'ledger')).then(
    () => true,
    () => false,
  );
  if (there) throw new CliError('directory-not-empty', { directory: join(directory, 'ledger') });
  await checkFiles(backup, manifest);
  for (const { path } of manifest.files) await copyDurably(join(backup, path), join(directory, path));
  await syncDirectories(
    directory,
    manifest.files.map(({ path }) => path),
  );
  return manifest;
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
