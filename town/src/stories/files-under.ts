import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every file below a folder with its bytes. */
export async function filesUnder(directory: string): Promise<{ path: string; bytes: Buffer }[]> {
  const rows = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = rows.filter((row) => row.isFile()).map((row) => join(row.parentPath, row.name));
  return await Promise.all(files.map(async (path) => ({ path, bytes: await readFile(path) })));
}
