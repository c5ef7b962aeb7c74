import { copyFile, mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Copies one file, and it is on disk when this returns; secrets keep being readable by their user alone. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await copyFile(from, to);
  const { mode } = await stat(from);
  const file = await open(to, 'r+');
  await file.chmod(mode & 0o777);
  await file.sync();
  await file.close();
}

export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(text);
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
