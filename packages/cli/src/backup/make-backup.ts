import { access, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { lockCity } from '@minglu/city';
import { CliError } from '../cli-error.ts';
import { copyDurably, syncDirectories, writeDurably } from './copy-durably.ts';
import { formatManifest, hashFile, MANIFEST, type Manifest, pathsUnder } from './manifest.ts';

/** What the operator of a node must not lose. Read models are made anew; departments and witnesses keep their own. */
const PARTS = ['ledger', 'keys.json', 'city.json', 'trust.json', 'genesis.json'];

export interface BackupOptions {
  /** The city's directory; stopped. */
  readonly directory: string;
  /** Must not exist, or be empty. */
  readonly target: string;
  readonly pid: number;
  readonly createdAt: number;
}

/** Copies a stopped node's files with their hashes. The manifest is written last: a torn backup has none. */
export async function makeBackup({ directory, target, pid, createdAt }: BackupOptions): Promise<Manifest> {
  if (!(await exists(join(directory, 'ledger')))) throw new CliError('directory-missing', { directory });
  await makeEmpty(target);
  const lock = await lockCity(directory, pid);
  try {
    const paths = await pathsOf(directory);
    const files = [];
    for (const path of paths) {
      await copyDurably(join(directory, path), join(target, path));
      files.push({ path, ...(await hashFile(join(target, path))) });
    }
    const manifest = { createdAt, files };
    await writeDurably(join(target, MANIFEST), formatManifest(manifest));
    await syncDirectories(target, paths);
    return manifest;
  } finally {
    await lock.release();
  }
}

async function pathsOf(directory: string): Promise<string[]> {
  const all = await pathsUnder(directory);
  return all.filter((path) => PARTS.some((part) => path === part || path.startsWith(`${part}/`)) && !isLock(path));
}

/** A lock is a process's, not the ledger's. */
function isLock(path: string): boolean {
  return path === 'ledger/lock' || path.endsWith('.lock') || path.endsWith('/lock.mdb') || path.endsWith('.mdb-lock');
}

async function makeEmpty(target: string): Promise<void> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0) throw new CliError('directory-not-empty', { directory: target });
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
