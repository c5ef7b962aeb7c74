import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HASH_LIST, type HashedFile, parseHashList } from './hash-list.ts';

export type FileFault = 'changed' | 'missing' | 'added' | 'list-damaged';

export interface FaultyFile {
  readonly path: string;
  readonly fault: FileFault;
}

export interface FolderCheck {
  /** How many files the list names. */
  readonly files: number;
  /** SHA-256 of the list itself, to compare with the one that was published. */
  readonly listHash: string;
  readonly faults: readonly FaultyFile[];
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
  // A file more can change what a name means: Node would find it first. What lies beside (data, caches) is not ours.
  const added = [...tops].flatMap((top) => entriesUnder(folder, top)).filter((path) => !known.has(path));
  const faults = [
    ...listed.flatMap((file) => faultOf(folder, file)),
    ...added.map((path): FaultyFile => ({ path, fault: 'added' })),
  ];
  return { files: listed.length, listHash, faults };
}

function faultOf(folder: string, { path, hash }: HashedFile): FaultyFile[] {
  const bytes = bytesOf(join(folder, path));
  if (bytes === undefined) return [{ path, fault: 'missing' }];
  return sha256(bytes) === hash ? [] : [{ path, fault: 'changed' }];
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
  if (lstatSync(join(folder, within), { throwIfNoEntry: false })?.isDirectory() !== true) return [];
  return readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
    const path = `${within}/${entry.name}`;
    return entry.isDirectory() ? entriesUnder(folder, path) : [path];
  });
}
