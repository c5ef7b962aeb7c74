import { dirname } from 'node:path';
import type { FileSystem } from './file-system.ts';

/**
 * Puts a whole file in place of whatever stood there: after a power cut there is the old one or the new one, never a
 * part. Its directory's entry is synced too unless the caller does that for many at once.
 */
export async function writeFileDurably(
  fileSystem: FileSystem,
  path: string,
  bytes: Uint8Array,
  { isDirectorySynced = true }: { readonly isDirectorySynced?: boolean } = {},
): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await fileSystem.open(temporary, 'write');
  try {
    await file.truncate(0);
    await file.write(bytes, 0);
    await file.datasync();
  } finally {
    await file.close();
  }
  await fileSystem.rename(temporary, path);
  if (isDirectorySynced) await fileSystem.syncDirectory(dirname(path));
}
