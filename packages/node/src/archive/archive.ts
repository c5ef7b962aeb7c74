import { join } from 'node:path';
import { entriesPath, parseCheckpoint, TILE_WIDTH, tilePath } from '@minglu/protocol';
import { CheckpointHistory, HISTORY_FILE } from '../checkpoints/checkpoint-history.ts';
import { toNodeError } from '../halt.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { openLogStore } from '../log-store/open-log-store.ts';
import { NodeError } from '../node-error.ts';
import { layout } from '../open/stores.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import { checkDiskFormatIfThere } from '../store/disk-format.ts';
import type { FileSystem } from '../store/file-system.ts';
import { lockDirectory } from '../store/lock-directory.ts';
import { type BackupReport, copyDirectory, refuseNonEmpty } from './copy-directory.ts';

export interface ArchiveOptions {
  readonly source: string;
  readonly target: string;
  readonly fileSystem?: FileSystem;
}

/** Copies the directory of a node that does not run, to the end of its journal. */
export function backup(options: ArchiveOptions): Promise<BackupReport> {
  return locked(options, (fileSystem) => copyDirectory({ ...options, fileSystem, withJournal: true }));
}

/**
 * Makes a directory from a backup; refuses one that is not empty. The node that starts from it asks its witnesses
 * before it signs: when they have seen more than this backup holds, it stops and says so.
 */
export function restore(options: ArchiveOptions): Promise<BackupReport> {
  return locked(options, (fileSystem) => copyDirectory({ ...options, fileSystem, withJournal: true }));
}

export interface ExportOptions extends ArchiveOptions {
  /** Text of the trust file that goes along, as the city hands it out. */
  readonly trustFile: string;
}

/**
 * A static copy of the public log as any C2SP tlog-tiles client reads it: `checkpoint`, `tile/…` and `trust.json`. No
 * sidecar, no state: nothing but what anyone may have.
 */
export function exportLog(options: ExportOptions): Promise<BackupReport> {
  return locked(options, async (fileSystem) => {
    await refuseNonEmpty(options.target, fileSystem);
    const log = await openLogStore({ directory: join(options.source, layout.log), fileSystem });
    const history = await CheckpointHistory.open(join(options.source, HISTORY_FILE), fileSystem);
    try {
      const note = await findNoteBelow(history, log.size());
      if (note === undefined) throw new NodeError('not-found', { file: HISTORY_FILE });
      return await write(options, { log, note, fileSystem });
    } finally {
      await history.close();
      await log.close();
    }
  });
}

async function findNoteBelow(history: CheckpointHistory, size: number): Promise<string | undefined> {
  return (await history.list(size + 1, 1))[0];
}

interface Exported {
  readonly log: LogStore;
  readonly note: string;
  readonly fileSystem: FileSystem;
}

async function write({ target, trustFile }: ExportOptions, { log, note, fileSystem }: Exported): Promise<BackupReport> {
  const { size } = parseCheckpoint(note);
  let [files, bytes] = [0, 0];
  const put = async (path: string, content: Uint8Array): Promise<void> => {
    await fileSystem.makeDirectory(join(target, path, '..'));
    const file = await fileSystem.open(join(target, path), 'create');
    try {
      await file.write(content, 0);
    } finally {
      await file.close();
    }
    files += 1;
    bytes += content.length;
  };
  for (const path of publicFiles(size)) {
    const content = await log.findFile(path, size);
    if (content === undefined) throw new NodeError('damaged', { file: path, remedy: 'run fsck' });
    await put(path, content);
  }
  await put('trust.json', Buffer.from(trustFile));
  await put('checkpoint', Buffer.from(note));
  return { size, files, bytes };
}

/** Every resource of a log of `size` entries, C2SP tlog-tiles. */
function* publicFiles(size: number): Generator<string> {
  for (let first = 0; first < size; first += TILE_WIDTH) {
    yield entriesPath(first / TILE_WIDTH, Math.min(TILE_WIDTH, size - first));
  }
  let hashes = size;
  for (let level = 0; hashes > 0; level++) {
    for (let first = 0; first < hashes; first += TILE_WIDTH) {
      yield tilePath(level, first / TILE_WIDTH, Math.min(TILE_WIDTH, hashes - first));
    }
    hashes = Math.floor(hashes / TILE_WIDTH);
  }
}

async function locked<Result>(
  { source, fileSystem = diskFileSystem }: ArchiveOptions,
  work: (fileSystem: FileSystem) => Promise<Result>,
): Promise<Result> {
  try {
    const lock = await lockDirectory(source, fileSystem);
    try {
      await checkDiskFormatIfThere(source, fileSystem);
      return await work(fileSystem);
    } finally {
      await lock.release();
    }
  } catch (error) {
    throw toNodeError(error);
  }
}
