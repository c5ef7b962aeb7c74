import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every file below a real folder, but for those below the names left out. */
export function loadDisk(root: string, leftOut: readonly string[]): [path: string, bytes: Buffer][] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((row) => row.isFile())
    .map((row) => join(row.parentPath, row.name))
    .filter((path) => !leftOut.includes(relative(root, path).split('/')[0] ?? ''))
    .sort()
    .map((path) => [path, readFileSync(path)]);
}

/** Every folder below a real one, empty or not. */
export function loadDirectories(root: string): string[] {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((row) => row.isDirectory())
    .map((row) => join(row.parentPath, row.name));
}
