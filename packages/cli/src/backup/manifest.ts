import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { formatStrictJson, isJsonObject, type JsonValue, parseStrictJsonObject } from '@minglu/protocol';
import { CliError } from '../cli-error.ts';

export interface BackedUpFile {
  /** Relative, with forward slashes. */
  readonly path: string;
  /** As it lies in the backup. */
  readonly size: number;
  /** Hex, of the bytes as they lie there. */
  readonly sha256: string;
}

/** What a backup consists of, so that a restore can tell a whole one from a torn or touched one. */
export interface Manifest {
  readonly createdAt: number;
  /** Entries of the ledger in it; none in a department's or a witness's own backup. */
  readonly size?: number;
  /** Of a sealed one; what `mac` covers is the text without it. */
  readonly seal?: { readonly id: string; readonly mac?: string };
  readonly files: readonly BackedUpFile[];
}

export const MANIFEST = 'manifest.json';
const MAX_LENGTH = 64 * 1024 * 1024;
const SAFE_PATH = /^(?!\.{1,2}(\/|$))[^/\\\0]+(\/(?!\.{1,2}(\/|$))[^/\\\0]+)*$/;

export function formatManifest({ createdAt, size, seal, files }: Manifest): string {
  const rows = files.map(({ path, size: length, sha256 }) => ({ path, size: length, sha256 }));
  const ledger = size === undefined ? {} : { size };
  const sealed = seal === undefined ? {} : { seal: { ...seal } };
  return formatStrictJson({ v: 1, type: 'minglu-backup', createdAt, ...ledger, ...sealed, files: rows });
}

/** Throws `backup-malformed`; a path that leads out of the backup is one. Reads those of before sealing (`v` 0) too. */
export async function readManifest(directory: string): Promise<Manifest> {
  try {
    const json = parseStrictJsonObject(await readFile(join(directory, MANIFEST), 'utf8'), MAX_LENGTH);
    const { v, type, createdAt, size, files } = json;
    const known = (v === 0 || v === 1) && type === 'minglu-backup' && typeof createdAt === 'number';
    if (known && Array.isArray(files))
      return {
        createdAt,
        ...(typeof size === 'number' ? { size } : {}),
        ...sealOf(json.seal),
        files: (files as readonly JsonValue[]).map(fileOf),
      };
  } catch {
    // falls through: what cannot be read is no manifest
  }
  throw new CliError('backup-malformed', { file: MANIFEST });
}

function sealOf(json: JsonValue | undefined): Pick<Manifest, 'seal'> {
  if (json === undefined) return {};
  if (!isJsonObject(json) || typeof json.id !== 'string' || typeof json.mac !== 'string')
    throw new CliError('backup-malformed');
  return { seal: { id: json.id, mac: json.mac } };
}

function fileOf(json: JsonValue): BackedUpFile {
  if (!isJsonObject(json)) throw new CliError('backup-malformed');
  const { path, size, sha256 } = json;
  const sound = typeof path === 'string' && SAFE_PATH.test(path) && typeof size === 'number';
  if (!sound || typeof sha256 !== 'string') throw new CliError('backup-malformed');
  return { path, size, sha256 };
}

/** All files below a directory, in a fixed order, as paths relative to it. */
export async function pathsUnder(directory: string): Promise<string[]> {
  const rows = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = rows.filter((row) => row.isFile()).map((row) => relative(directory, join(row.parentPath, row.name)));
  return files.map((path) => path.split(sep).join('/')).sort();
}

export async function hashFile(path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    hash.update(chunk);
  }
  return { size, sha256: hash.digest('hex') };
}
