import { access, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { checkBackup } from './check-backup.ts';
import type { Manifest } from './manifest.ts';
import { syncDirectories, writeDurably } from './write-durably.ts';

export interface RestoreOptions {
  readonly backup: string;
  readonly directory: string;
  readonly key?: Uint8Array | undefined;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Folders of witnesses that stood there and were left as they are. */
  readonly kept: readonly string[];
}

/**
 * Checks all of a backup, then copies it to where nothing of it stands. Whether it is the newest history is not this
 * program's to say: the node asks its witnesses before it signs again. So a witness that is still there is never put back
 * to what it knew then: it is the one who remembers.
 */
export async function restoreBackup({ backup, directory, key }: RestoreOptions): Promise<Restored> {
  const { manifest, read } = await checkBackup({ backup, key });
  if (await exists(join(directory, 'ledger')))
    throw new CliError('directory-not-empty', { directory: join(directory, 'ledger') });
  const kept = await standingWitnesses(directory, manifest);
  const files = manifest.files.filter(({ path }) => !kept.some((folder) => path.startsWith(`${folder}/`)));
  for (const { path } of files)
    if (await exists(join(directory, path))) throw new CliError('directory-not-empty', { file: join(directory, path) });
  for (const { path } of files) {
    await mkdir(dirname(join(directory, path)), { recursive: true, mode: 0o700 });
    await writeDurably(join(directory, path), await read(path));
  }
  await syncDirectories(
    directory,
    files.map(({ path }) => path),
  );
  return { manifest, kept };
}

async function standingWitnesses(directory: string, { files }: Manifest): Promise<string[]> {
  const folders = files.flatMap(({ path }) => /^([^/]+)\/origins\//.exec(path)?.[1] ?? []);
  const kept: string[] = [];
  for (const folder of new Set(folders)) if (await exists(join(directory, folder, 'origins'))) kept.push(folder);
  return kept;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
