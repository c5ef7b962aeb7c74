import { dirname, join } from 'node:path';
import { entriesPath, parseCheckpoint, TILE_WIDTH, tilePath } from '@minglu/protocol';
import { HISTORY_FILE } from '../checkpoints/checkpoint-history.ts';
import { attachmentsPath, readAttachmentBundle } from '../log-store/attachment-bundle.ts';
import { TAIL_FILE } from '../log-store/open-log-store.ts';
import { decodeTail } from '../log-store/tail-file.ts';
import { NodeError } from '../node-error.ts';
import { layout } from '../open/stores.ts';
import { FORMAT_FILE } from '../store/disk-format.ts';
import type { FileSystem } from '../store/file-system.ts';
import { readJournal } from './copy-journal.ts';

export interface BackupReport {
  /** Entries in the copy. */
  readonly size: number;
  readonly files: number;
  readonly bytes: number;
}

export interface CopyOptions {
  readonly source: string;
  readonly target: string;
  readonly fileSystem: FileSystem;
  /** Nobody writes to the source: its journal is copied too. Of a node that runs, the copy ends with the last sync. */
  readonly withJournal?: boolean;
}

/**
 * Copies log, sidecars and checkpoints as of the last sync. The state is not copied: it is made again from the log. Nor is the signed head: whoever starts from the copy must ask the witnesses how far this log has come.
 * The tail is read first; all it speaks of is there and changes no more (but for sidecars that are erased meanwhile).
 */
export async function copyDirectory(options: CopyOptions): Promise<BackupReport> {
  const { source, target, fileSystem } = options;
  await refuseNonEmpty(target, fileSystem);
  const format = await fileSystem.readFile(join(source, FORMAT_FILE));
  const tailFile = join(source, layout.log, TAIL_FILE);
  const tailBytes = await fileSystem.readFile(tailFile);
  if (format === undefined || tailBytes === undefined) {
    throw new NodeError('directory-not-a-chain', { file: format === undefined ? FORMAT_FILE : TAIL_FILE });
  }
  const tail = decodeTail(tailBytes, tailFile);
  const copy = new Copy(options);
  await copy.write(FORMAT_FILE, format);
  for (const path of logFiles(tail.size)) await copy.file(join(layout.log, path));
  await copySidecars(copy, tail, options);
  await copy.write(HISTORY_FILE, await historyBelow(options, tail.size));
  const journal = options.withJournal === true ? await readJournal(source, fileSystem) : { files: [], size: 0 };
  for (const { path, bytes } of journal.files) await copy.write(path, bytes);
  // Last: without it the copy is no log.
  await copy.write(join(layout.log, TAIL_FILE), tailBytes);
  return { size: Math.max(tail.size, journal.size), files: copy.files, bytes: copy.bytes };
}

export async function refuseNonEmpty(target: string, fileSystem: FileSystem): Promise<void> {
  const names = await fileSystem.list(target);
  if (names.length > 0) throw new NodeError('directory-not-empty', { directory: target, remedy: 'name an empty one' });
}

/** Full bundles and full tiles; what is partial stands in the tail. */
function* logFiles(size: number): Generator<string> {
  for (let bundle = 0; bundle < Math.floor(size / TILE_WIDTH); bundle++) yield entriesPath(bundle);
  let width = size;
  for (let level = 0; width >= TILE_WIDTH; level++) {
    const tiles = Math.floor(width / TILE_WIDTH);
    for (let tile = 0; tile < tiles; tile++) yield tilePath(level, tile);
    width = tiles;
  }
}

/** Packed ones as they are. The newest as the tail speaks of it: the node may have filled and packed it since. */
async function copySidecars(
  copy: Copy,
  { size, attachmentsEnd: end }: { size: number; attachmentsEnd: number },
  { source, fileSystem }: CopyOptions,
): Promise<void> {
  const newest = Math.floor(size / TILE_WIDTH);
  for (let bundle = 0; bundle < newest; bundle++) await copy.file(join(layout.log, attachmentsPath(bundle)));
  if (end === 0) return;
  const path = join(layout.log, attachmentsPath(newest));
  await copy.write(path, await readAttachmentBundle(fileSystem, join(source, path), end));
}

/** Checkpoints of sizes that the copy has. */
async function historyBelow({ source, fileSystem }: CopyOptions, size: number): Promise<Buffer> {
  const bytes = await fileSystem.readFile(join(source, HISTORY_FILE));
  const lines = Buffer.from(bytes ?? [])
    .toString()
    .split('\n')
    .slice(0, -1);
  const kept = lines.filter((line) => parseCheckpoint(JSON.parse(line) as string).size <= size);
  return Buffer.from(kept.map((line) => `${line}\n`).join(''));
}

class Copy {
  readonly #options: CopyOptions;
  readonly #directories = new Set<string>();
  files = 0;
  bytes = 0;

  constructor(options: CopyOptions) {
    this.#options = options;
  }

  /** A file that may not exist (a bundle of block entries has no sidecars). */
  async file(path: string): Promise<void> {
    const bytes = await this.#options.fileSystem.readFile(join(this.#options.source, path));
    if (bytes !== undefined) await this.write(path, bytes);
  }

  async write(path: string, bytes: Uint8Array): Promise<void> {
    const { target, fileSystem } = this.#options;
    const to = join(target, path);
    const directory = dirname(to);
    if (!this.#directories.has(directory)) await fileSystem.makeDirectory(directory);
    this.#directories.add(directory);
    const file = await fileSystem.open(to, 'create');
    try {
      await file.write(bytes, 0);
      await file.datasync();
    } finally {
      await file.close();
    }
    this.files += 1;
    this.bytes += bytes.length;
  }
}
