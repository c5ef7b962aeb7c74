import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HASH_LIST, parseHashList } from './hash-list.ts';

export type FileFault = 'changed' | 'missing' | 'added' | 'list-damaged';

export interface FolderCheck {
  /** How many files the list names. */
  readonly files: number;
  /** SHA-256 of the list itself, to compare with the one that was published. */
  readonly listHash: string;
  readonly faults: readonly { readonly path: string; readonly fault: FileFault }[];
}

/**
 * Compares an unpacked folder with its list. Finds damage and clumsy changes; whoever can change this program too can make
 * it say anything, so the list's hash, or the archive's, must be compared with one from elsewhere.
 */
export function checkFolder(folder: string): FolderCheck {
  const text = bytesOf(join(folder, HASH_LIST));
  const listHash = text === undefined ? '' : sha256(text);
  const listed = parseHashList(text?.toString('utf8') ?? '');
  if (listed === undefined) return { files: 0, listHash, faults: [{ path: HASH_LIST, fault: 'list-damaged' }] };
  const known = new Set(listed.map(({ path }) => path));
  const tops = new Set(listed.flatMap(({ path }) => (path.includes('/') ? [path.split('/', 1)[0] ?? ''] : [])));
  const present = [...tops].flatMap((top) => entriesUnder(folder, top));
  return {
    files: listed.length,
    listHash,
    faults: [
      ...listed.flatMap(({ path, hash }) => {
        const bytes = bytesOf(join(folder, path));
        if (bytes === undefined) return [{ path, fault: 'missing' as const }];
        return sha256(bytes) === hash ? [] : [{ path, fault: 'changed' as const }];
      }),
      // A file more can change what a name means: Node would find it first.
      ...present.filter((path) => !known.has(path)).map((path) => ({ path, fault: 'added' as const })),
    ],
  };
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Of a regular file only: a link could show one thing here and another to whoever runs it. */
function bytesOf(path: string): Buffer | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

/** Everything that is not a folder, links included. */
function entriesUnder(folder: string, within: string): string[] {
  const below = (entry: Dirent) => `${within}/${entry.name}`;
  let entries: Dirent[];
  try {
    entries = readdirSync(join(folder, within), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries.flatMap((entry) => (entry.isDirectory() ? entriesUnder(folder, below(entry)) : [below(entry)]));
}
