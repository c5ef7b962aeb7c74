import { access, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { lockCity } from '@minglu/city';
import { backup } from '@minglu/node';
import { base64urlEncode } from '@minglu/protocol';
import { CliError } from '../cli-error.ts';
import { type BackupSeal, backupSeal } from './backup-seal.ts';
import { isLeftOut, isOfLedger } from './left-out.ts';
import { formatManifest, hashFile, MANIFEST, type Manifest, pathsUnder } from './manifest.ts';
import { findPosition, isPosition, type Position } from './positions.ts';
import { filesThrough, type PutFile, putInto } from './target-files.ts';
import { syncDirectories, writeDurably } from './write-durably.ts';

export interface BackupOptions {
  /** A city's folder, or a department's or witness's own; nothing in it runs. */
  readonly directory: string;
  /** Must not exist, or be empty. */
  readonly target: string;
  readonly createdAt: number;
  readonly pid: number;
  /** Seals all of it; without one everything lies there as it is, private keys too. */
  readonly key?: Uint8Array;
  randomBytes(length: number): Uint8Array;
}

/**
 * Copies a stopped city: the ledger the node's own way (no state, no signed head), and everything beside it that no start
 * makes again. Departments and witnesses are as far as the ledger or behind it, never ahead: they would refuse it.
 */
export async function makeBackup(options: BackupOptions): Promise<Manifest> {
  const { directory, target, pid } = options;
  const hasLedger = await exists(join(directory, 'ledger'));
  if (!hasLedger && !(await exists(join(directory, 'config.json'))))
    throw new CliError('directory-missing', { directory: join(directory, 'ledger') });
  const inside = relative(directory, target);
  if (!inside.startsWith('..') && !isAbsolute(inside)) throw new CliError('backup-inside', { directory: target });
  await mkdir(target, { recursive: true, mode: 0o700 });
  if ((await readdir(target)).length > 0) throw new CliError('directory-not-empty', { directory: target });
  const lock = await lockCity(directory, pid);
  try {
    return await copyAll(options, hasLedger);
  } finally {
    await lock.release();
  }
}

async function copyAll(options: BackupOptions, hasLedger: boolean): Promise<Manifest> {
  const { directory, target, createdAt, key, randomBytes } = options;
  const seal = key === undefined ? undefined : backupSeal(key, base64urlEncode(randomBytes(16)), randomBytes);
  const put = putInto(target, (path, bytes) => seal?.close(path, bytes) ?? bytes);
  const before = await beside(directory);
  const positions = await copyBeside(directory, before, put);
  // Last of all: whoever followed it while this went on would be behind it, not ahead.
  const size = hasLedger ? await copyLedger(directory, target, put) : undefined;
  const ahead = positions.find((one) => size !== undefined && one.size > size);
  if (ahead !== undefined) throw new CliError('backup-ahead', { file: ahead.path, size: ahead.size });
  await refuseChanged(before, await beside(directory));
  return await sealBackup(target, { createdAt, ...(size === undefined ? {} : { size }) }, seal);
}

async function copyLedger(directory: string, target: string, put: PutFile): Promise<number> {
  const fileSystem = filesThrough(target, put);
  const report = await backup({ source: join(directory, 'ledger'), target: join(target, 'ledger'), fileSystem });
  return report.size;
}

/** By path, what tells a file that was written to meanwhile. */
async function beside(directory: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const path of await pathsUnder(directory)) {
    if (isOfLedger(path) || isLeftOut(path)) continue;
    const { size, mtimeMs } = await stat(join(directory, path));
    found.set(path, `${size} ${mtimeMs}`);
  }
  return found;
}

async function copyBeside(directory: string, files: ReadonlyMap<string, string>, put: PutFile): Promise<Position[]> {
  const positions: Position[] = [];
  for (const path of files.keys()) {
    const bytes = await readFile(join(directory, path));
    const position = isPosition(path) ? findPosition(path, bytes) : undefined;
    if (position !== undefined) positions.push(position);
    await put(path, bytes);
  }
  return positions;
}

/** A department has no lock: one that runs is known by what it writes. */
function refuseChanged(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): void {
  for (const path of new Set([...before.keys(), ...after.keys()]))
    if (before.get(path) !== after.get(path)) throw new CliError('source-changed', { file: path });
}

/** Writes the manifest over everything that lies there, last: a torn backup has none. */
export async function sealBackup(
  target: string,
  about: Omit<Manifest, 'files' | 'seal'>,
  seal?: BackupSeal,
): Promise<Manifest> {
  const paths = await pathsUnder(target);
  const files = [];
  for (const path of paths) files.push({ path, ...(await hashFile(join(target, path))) });
  const plain = { ...about, ...(seal === undefined ? {} : { seal: { id: seal.id } }), files };
  const manifest =
    seal === undefined ? plain : { ...plain, seal: { id: seal.id, mac: seal.mac(formatManifest(plain)) } };
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
