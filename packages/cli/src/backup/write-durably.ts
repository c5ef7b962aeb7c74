import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A file that was not there; on disk when this returns, and readable by its user alone. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
}

/** Names in a directory are data of the directory: they are synced too. */
export async function syncDirectories(root: string, paths: readonly string[]): Promise<void> {
  const directories = new Set([root, ...paths.map((path) => dirname(join(root, path)))]);
  for (const path of directories) {
    const directory = await open(path, 'r');
    await directory.sync();
    await directory.close();
  }
}
