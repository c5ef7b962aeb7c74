import { join } from 'node:path';
import type { FileSystem } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import type { JournalNote } from './journal.ts';
import { findJournalRecord, findNextRecord } from './journal-record.ts';

/** One file of the journal. `last` is first - 1 while it is empty. */
export interface JournalSegment {
  readonly file: string;
  readonly first: number;
  readonly last: number;
  /** Bytes of true records. */
  readonly size: number;
}

const NAME = /^([0-9]{16})\.journal$/;

export function segmentPath(directory: string, first: number): string {
  return join(directory, `${String(first).padStart(16, '0')}.journal`);
}

/** Files of a journal in order of height. */
export async function listSegments(directory: string, fileSystem: FileSystem): Promise<string[]> {
  const names = await fileSystem.list(directory);
  return names.filter((name) => NAME.test(name)).sort();
}

/**
 * Reads a segment through. A bad record that is the last thing in the newest segment was torn by a power cut: it was
 * never acknowledged, and is cut off with a note. A bad record anywhere else is `damaged`.
 */
export async function scanSegment(
  directory: string,
  name: string,
  { fileSystem, isNewest }: { readonly fileSystem: FileSystem; readonly isNewest: boolean },
): Promise<{ segment: JournalSegment; note: JournalNote | undefined }> {
  const file = join(directory, name);
  const first = Number(NAME.exec(name)?.[1]);
  const bytes = bufferOf((await fileSystem.readFile(file)) ?? new Uint8Array());
  let [offset, height] = [0, first];
  for (let record = findJournalRecord(bytes, 0); record !== undefined; record = findJournalRecord(bytes, offset)) {
    if (record.height !== height) throw damaged(file, offset);
    height += 1;
    offset = record.end;
  }
  const segment = { file, first, last: height - 1, size: offset };
  if (offset === bytes.length) return { segment, note: undefined };
  if (!isNewest || findNextRecord(bytes, offset) >= 0) throw damaged(file, offset);
  return { segment, note: { file, offset, bytesDropped: bytes.length - offset } };
}

export function damaged(file: string, offset: number): StoreError {
  return new StoreError('damaged', { file, offset, remedy: 'run fsck; bring back the newest backup' });
}

export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
