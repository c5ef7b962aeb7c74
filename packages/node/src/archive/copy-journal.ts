import { join } from 'node:path';
import { decodeJournalPayload } from '../commit/journal-payload.ts';
import { findJournalRecord } from '../journal/journal-record.ts';
import { bufferOf, listSegments, scanSegment } from '../journal/journal-segment.ts';
import { layout } from '../open/stores.ts';
import type { FileSystem } from '../store/file-system.ts';

/** A file of the journal without its torn end. */
export interface JournalCopy {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * What the journal of a node that does not run holds: after a crash, blocks that were answered for and are not in the log
 * yet. A copy without them is a history that its own witnesses know to be too short. `size`: entries up to its end.
 */
export async function readJournal(
  directory: string,
  fileSystem: FileSystem,
): Promise<{ readonly files: readonly JournalCopy[]; readonly size: number }> {
  const folder = join(directory, layout.journal);
  const names = await listSegments(folder, fileSystem);
  const files: JournalCopy[] = [];
  let size = 0;
  for (const [at, name] of names.entries()) {
    const { segment } = await scanSegment(folder, name, { fileSystem, isNewest: at === names.length - 1 });
    if (segment.size === 0) continue;
    const bytes = bufferOf((await fileSystem.readFile(segment.file)) ?? new Uint8Array()).subarray(0, segment.size);
    files.push({ path: join(layout.journal, name), bytes });
    size = sizeAfter(bytes);
  }
  return { files, size };
}

/** Entries in the log after the last of these records. */
function sizeAfter(bytes: Buffer): number {
  let last = findJournalRecord(bytes, 0);
  for (let next = last; next !== undefined; next = findJournalRecord(bytes, next.end)) last = next;
  return last === undefined ? 0 : decodeJournalPayload(last.payload).head.size;
}
