import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type FindAttachment, scanAttachments } from '../check/scan-attachments.ts';
import type { Journal, JournalNote } from '../journal/journal.ts';
import { openJournal } from '../journal/open-journal.ts';
import { openSignedHead, type SignedHead } from '../journal/signed-head.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { openLogStore } from '../log-store/open-log-store.ts';
import { defaultLimits, type NodeLimits } from '../node-options.ts';
import { checkDiskFormat } from '../store/disk-format.ts';
import type { FileSystem } from '../store/file-system.ts';
import { type DirectoryLock, lockDirectory } from '../store/lock-directory.ts';
import { openStateStore } from '../store/open-state-store.ts';
import type { StateStore } from '../store/state-store.ts';
import { StoreError } from '../store/store-error.ts';

/** Where each store lives inside a node's directory. */
export const layout = {
  journal: 'journal',
  log: 'log',
  state: 'state',
  signedHead: 'signed-head',
} as const;

export interface Stores {
  readonly journal: Journal;
  readonly signedHead: SignedHead;
  readonly log: LogStore;
  readonly state: StateStore;
  /** Of what was synced before this opening; for going through the log once. */
  readonly findAttachment: FindAttachment;
  /** What opening did about a torn end or a damaged derived store. */
  readonly notes: readonly (JournalNote | { readonly file: string; readonly rebuilt: true })[];
  close(): Promise<void>;
}

/** Locks the directory and opens everything in it. */
export async function openStores(
  directory: string,
  fileSystem: FileSystem,
  limits: Partial<NodeLimits> = {},
): Promise<Stores> {
  await fileSystem.makeDirectory(directory);
  const lock = await lockDirectory(directory, fileSystem);
  try {
    await checkDiskFormat(directory, fileSystem);
    return await openAll(directory, fileSystem, limits, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function openAll(
  directory: string,
  fileSystem: FileSystem,
  limits: Partial<NodeLimits>,
  lock: DirectoryLock,
): Promise<Stores> {
  const { journalSegmentBytes: segmentBytes, journalSpentBytes: spentBytes } = { ...defaultLimits, ...limits };
  const folder = join(directory, layout.journal);
  const { journal, note } = await openJournal({ directory: folder, fileSystem, segmentBytes, spentBytes });
  const signedHead = await openSignedHead({ file: join(directory, layout.signedHead), fileSystem });
  const log = await openLogStore({ directory: join(directory, layout.log), fileSystem });
  const { state, isRebuilt } = await openState(join(directory, layout.state));
  // The first opening made their folders: without the names on disk a power cut takes all that is in them.
  await fileSystem.syncDirectory(directory);
  return {
    journal,
    signedHead,
    log,
    state,
    findAttachment: await scanAttachments(join(directory, layout.log), fileSystem),
    notes: [
      ...(note === undefined ? [] : [note]),
      ...(isRebuilt ? [{ file: layout.state, rebuilt: true as const }] : []),
    ],
    close: async () => {
      await Promise.allSettled([journal.close(), signedHead.close(), log.close(), state.close()]);
      await lock.release();
    },
  };
}

/** Beside the state's directory: a running node found damage in it, and the next start makes it again. */
const DAMAGE_MARK = '.damaged';

export async function markStateDamaged(directory: string): Promise<void> {
  await writeFile(`${join(directory, layout.state)}${DAMAGE_MARK}`, '');
}

/** State is derived: one that does not agree with itself is dropped, and made again from the log. */
async function openState(directory: string): Promise<{ state: StateStore; isRebuilt: boolean }> {
  const mark = `${directory}${DAMAGE_MARK}`;
  if (existsSync(mark)) {
    await rm(directory, { recursive: true, force: true });
    await rm(mark);
    return { state: await openStateStore({ directory }), isRebuilt: true };
  }
  try {
    return { state: await openStateStore({ directory }), isRebuilt: false };
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'derived-damaged') throw error;
    await rm(directory, { recursive: true, force: true });
    return { state: await openStateStore({ directory }), isRebuilt: true };
  }
}
