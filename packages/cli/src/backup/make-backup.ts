import { access, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { backup } from '@minglu/node';
import { CliError } from '../cli-error.ts';
import { copyDurably, syncDirectories, writeDurably } from './copy-durably.ts';
import { formatManifest, hashFile, MANIFEST, type Manifest, pathsUnder } from './manifest.ts';

/** What the operator of a node must not lose beside the ledger. Departments and witnesses keep their own. */
const PARTS = ['keys.json', 'city.json', 'trust.json', 'genesis.json'];

export interface BackupOptions {
  /** The city's directory; its node does not run. */
  readonly directory: string;
  /** Must not exist, or be empty. */
  readonly target: string;
  readonly createdAt: number;
}

/** Copies a stopped node's ledger (the node's own way: no state, no signed head) and what its operator needs with it. */
export async function makeBackup({ directory, target, createdAt }: BackupOptions): Promise<Manifest> {
  const ledger = join(directory, 'ledger');
  if (!(await exists(ledger))) throw new CliError('directory-missing', { directory: ledger });
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0) throw new CliError('directory-not-empty', { directory: target });
  await backup({ source: ledger, target: join(target, 'ledger') });
  for (const part of PARTS) {
    if (await exists(join(directory, part))) await copyDurably(join(directory, part), join(target, part));
  }
  await copyVault(join(directory, 'vault'), join(target, 'vault'));
  return await sealBackup(target, createdAt);
}

/** Ciphertexts, drafts and pins as they lie there: what a case names cannot be made again. */
async function copyVault(from: string, to: string): Promise<void> {
  if (!(await exists(from))) return;
  for (const path of await pathsUnder(from)) await copyDurably(join(from, path), join(to, path));
}

/** Writes the manifest over everything that lies there, last: a torn backup has none. */
export async function sealBackup(target: string, createdAt: number): Promise<Manifest> {
  const paths = await pathsUnder(target);
  const files = [];
  for (const path of paths) files.push({ path, ...(await hashFile(join(target, path))) });
  const manifest = { createdAt, files };
  await writeDurably(join(target, MANIFEST), formatManifest(manifest));
  await syncDirectories(target, paths);
  return manifest;
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
