import { join } from 'node:path';
import { type LedgerEvent, type Outcome, parseEntry, parseTransaction } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import { openLogStore } from '../log-store/open-log-store.ts';
import { layout } from '../open/stores.ts';
import { diskFileSystem } from '../store/disk-file-system.ts';
import type { FileSystem } from '../store/file-system.ts';
import { lockDirectory } from '../store/lock-directory.ts';

/** A deed as the log has it. */
export interface RecordedDeed {
  readonly index: number;
  readonly height: number;
  readonly id: string;
  readonly deed: string;
  readonly kid: string;
  readonly outcome: Outcome;
  /** Of its block, milliseconds. */
  readonly time: number;
  readonly events: readonly LedgerEvent[];
}

type Pending = Omit<RecordedDeed, 'time'>;

/** The deeds of a stopped node's log, in its order. Decides nothing again: whoever doubts the log has `fsck`. */
export async function* readRecordedDeeds(
  directory: string,
  fileSystem: FileSystem = diskFileSystem,
): AsyncGenerator<RecordedDeed> {
  const lock = await lockDirectory(directory, fileSystem);
  try {
    const log = await openLogStore({ directory: join(directory, layout.log), fileSystem });
    try {
      let block: Pending[] = [];
      for (let index = 0; index < log.size(); index++) {
        const entry = parseEntry(await log.entry(index));
        if (entry.type === 'block') {
          for (const deed of block) yield { ...deed, time: entry.time };
          block = [];
          continue;
        }
        const { id, deed, kid } = parseTransaction(entry.jws, nativeHash);
        const events = 'events' in entry.outcome ? entry.outcome.events : [];
        block.push({ index, height: entry.height, id, deed, kid, outcome: entry.outcome, events });
      }
    } finally {
      await log.close();
    }
  } finally {
    await lock.release();
  }
}
