import { defaultLimits } from '../node-options.ts';
import type { FileSystem, OpenFile } from '../store/file-system.ts';
import { StoreError } from '../store/store-error.ts';
import type { Journal, JournalNote, JournalRecord } from './journal.ts';
import { encodeJournalRecord, findJournalRecord, MAX_PAYLOAD_BYTES } from './journal-record.ts';
import { bufferOf, damaged, type JournalSegment, listSegments, scanSegment, segmentPath } from './journal-segment.ts';

export interface JournalOptions {
  readonly directory: string;
  readonly fileSystem: FileSystem;
  /** As in `NodeLimits`; its defaults where left out. */
  readonly segmentBytes?: number;
  readonly spentBytes?: number;
}

export async function openJournal(
  options: JournalOptions,
): Promise<{ journal: Journal; note: JournalNote | undefined }> {
  const { directory, fileSystem } = options;
  await fileSystem.makeDirectory(directory);
  const names = await listSegments(directory, fileSystem);
  const segments: JournalSegment[] = [];
  let note: JournalNote | undefined;
  for (const [at, name] of names.entries()) {
    const isNewest = at === names.length - 1;
    const found = await scanSegment(directory, name, { fileSystem, isNewest });
    const before = segments.at(-1);
    if (before !== undefined && before.last + 1 !== found.segment.first) throw damaged(found.segment.file, 0);
    segments.push(found.segment);
    note = found.note;
  }
  const journal = new SegmentJournal(options, segments);
  await journal.resume(note);
  return { journal, note };
}

class SegmentJournal implements Journal {
  readonly #directory: string;
  readonly #fileSystem: FileSystem;
  readonly #segmentBytes: number;
  readonly #spentBytes: number;
  /** In order of height; `#file` is the last of them. */
  readonly #segments: JournalSegment[];
  #file: OpenFile | undefined;
  /** Height handed to `append` last, written or not. */
  #lastHeight: number | undefined;
  #queue: Promise<void> = Promise.resolve();
  #failure: unknown;
  #isClosed = false;

  constructor(options: JournalOptions, segments: JournalSegment[]) {
    this.#directory = options.directory;
    this.#fileSystem = options.fileSystem;
    this.#segmentBytes = options.segmentBytes ?? defaultLimits.journalSegmentBytes;
    this.#spentBytes = options.spentBytes ?? defaultLimits.journalSpentBytes;
    this.#segments = segments;
    this.#lastHeight = this.heights()?.last;
  }

  /** Cuts off a torn end and opens the newest segment for what comes. */
  async resume(note: JournalNote | undefined): Promise<void> {
    const newest = this.#segments.at(-1);
    if (newest === undefined) return;
    if (newest.last < newest.first) {
      // Begun, but nothing in it survived: its name would promise a height that may come to stand elsewhere.
      this.#segments.pop();
      await this.#fileSystem.unlink(newest.file);
      await this.#fileSystem.syncDirectory(this.#directory);
      return this.resume(undefined);
    }
    this.#file = await this.#fileSystem.open(newest.file, 'write');
    if (note === undefined) return;
    await this.#file.truncate(newest.size);
    await this.#file.datasync();
  }

  heights(): { readonly first: number; readonly last: number } | undefined {
    const [first, last] = [this.#segments[0], this.#segments.at(-1)];
    if (first === undefined || last === undefined || last.last < first.first) return undefined;
    return { first: first.first, last: last.last };
  }

  async append(record: JournalRecord): Promise<void> {
    if (this.#isClosed) throw new StoreError('closed', { file: this.#directory });
    if (this.#lastHeight !== undefined && record.height !== this.#lastHeight + 1) {
      throw new StoreError('out-of-order', { height: record.height, expected: this.#lastHeight + 1 });
    }
    if (record.payload.length > MAX_PAYLOAD_BYTES)
      throw new StoreError('out-of-range', { bytes: record.payload.length });
    this.#lastHeight = record.height;
    // One after the other: a record is written only when the one before is on disk, so a cut tears the last one only.
    const written = this.#queue.then(() => this.#write(record));
    this.#queue = written.catch(() => {});
    await written;
  }

  async *read(fromHeight: number): AsyncIterable<JournalRecord> {
    for (const { file, last, size } of [...this.#segments]) {
      if (last < fromHeight) continue;
      const bytes = bufferOf((await this.#fileSystem.readFile(file)) ?? new Uint8Array());
      for (let offset = 0; offset < size; ) {
        const record = findJournalRecord(bytes, offset);
        if (record === undefined) throw damaged(file, offset);
        offset = record.end;
        if (record.height >= fromHeight) yield { height: record.height, payload: record.payload };
      }
    }
  }

  async trim(height: number): Promise<void> {
    // Oldest first and each for certain before the next: a cut must never leave a gap.
    while (this.#segments.length > 1 && (this.#segments[0] as JournalSegment).last <= height) {
      const [oldest] = this.#segments.splice(0, 1) as [JournalSegment];
      await this.#fileSystem.unlink(oldest.file);
      await this.#fileSystem.syncDirectory(this.#directory);
    }
    // Between two records: what is being appended must not lose its file.
    const dropped = this.#queue.then(() => this.#dropSpent(height));
    this.#queue = dropped.catch(() => {});
    await dropped;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#queue;
    await this.#file?.close();
    this.#file = undefined;
  }

  async #write(record: JournalRecord): Promise<void> {
    if (this.#failure !== undefined) throw new StoreError('halted', { file: this.#directory }, this.#failure);
    try {
      const segment = await this.#segmentFor(record.height);
      const bytes = encodeJournalRecord(record);
      const file = this.#file as OpenFile;
      await file.write(bytes, segment.size);
      await file.datasync();
      this.#segments[this.#segments.length - 1] = {
        ...segment,
        last: record.height,
        size: segment.size + bytes.length,
      };
    } catch (error) {
      this.#failure = error;
      throw error;
    }
  }

  /** A small one stays: a quiet town would make and drop a file with each of its blocks. */
  async #dropSpent(height: number): Promise<void> {
    const [only] = this.#segments;
    if (only === undefined || this.#segments.length > 1 || only.last > height || only.size < this.#spentBytes) return;
    if (this.#isClosed) return;
    await this.#file?.close();
    this.#file = undefined;
    this.#segments.pop();
    await this.#fileSystem.unlink(only.file);
    await this.#fileSystem.syncDirectory(this.#directory);
  }

  async #segmentFor(height: number): Promise<JournalSegment> {
    const newest = this.#segments.at(-1);
    if (newest !== undefined && newest.size < this.#segmentBytes) return newest;
    await this.#file?.close();
    const file = segmentPath(this.#directory, height);
    this.#file = await this.#fileSystem.open(file, 'create');
    await this.#fileSystem.syncDirectory(this.#directory);
    const segment = { file, first: height, last: height - 1, size: 0 };
    this.#segments.push(segment);
    return segment;
  }
}
