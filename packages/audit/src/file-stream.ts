import type { TreeView } from '@minglu/protocol';
import { AuditError } from './audit-error.ts';
import type { AuditEntry, AuditLine } from './audit-line.ts';
import type { AuditPage, AuditQuery, AuditRoot, CutNote, OpenAuditStream } from './audit-stream.ts';
import { digestOfLine } from './hash.ts';
import { formatEntry } from './parse-line.ts';
import { readLines } from './read-lines.ts';
import type { SegmentBook } from './segment-book.ts';
import type { SegmentWriter } from './segment-writer.ts';

/** Most that one sync covers, and so most that a power cut can leave torn. */
export const MAX_BATCH_BYTES = 256 * 1024;
/** Beyond this nobody waits in line: the disk does not keep up. */
const MOST_WAITING = 20_000;

interface Waiting {
  readonly entry: AuditEntry;
  /** Its text between the number and the chain. */
  readonly text: string;
  readonly resolve: (line: AuditLine) => void;
  readonly reject: (error: AuditError) => void;
}

export interface FileStreamParts {
  readonly name: string;
  readonly book: SegmentBook;
  readonly writer: SegmentWriter;
  /** Digest of the newest line. */
  readonly last: string;
  readonly cut: CutNote | undefined;
  readonly linesOf: (first: number) => Promise<readonly AuditLine[]>;
  /** A file is full; its last line has this digest. */
  readonly seal: (last: string) => Promise<void>;
}

/** One writer, one sync at a time: what arrives while one is under way goes together into the next. */
export class FileStream implements OpenAuditStream {
  readonly name: string;
  readonly cut: CutNote | undefined;
  readonly #book: SegmentBook;
  readonly #writer: SegmentWriter;
  readonly #linesOf: FileStreamParts['linesOf'];
  readonly #seal: FileStreamParts['seal'];
  readonly #waiting: Waiting[] = [];
  #last: string;
  #working: Promise<void> | undefined;
  #isClosed = false;
  #isWritable = true;

  constructor({ name, book, writer, last, cut, linesOf, seal }: FileStreamParts) {
    this.name = name;
    this.cut = cut;
    this.#book = book;
    this.#writer = writer;
    this.#linesOf = linesOf;
    this.#seal = seal;
    this.#last = last;
  }

  get size(): number {
    return this.#book.size;
  }

  get lastAt(): number | undefined {
    return this.#book.lastAt;
  }

  get isWritable(): boolean {
    return this.#isWritable && !this.#isClosed;
  }

  append(entry: AuditEntry): Promise<AuditLine> {
    return new Promise((resolve, reject) => {
      if (this.#isClosed || this.#waiting.length >= MOST_WAITING) {
        reject(new AuditError('audit-unavailable', { waiting: this.#waiting.length }));
        return;
      }
      // Asked before it waits, so that one bad line never takes others down with it.
      const text = formatEntry({ ...entry, via: this.name });
      this.#waiting.push({ entry, text, resolve, reject });
      this.#working ??= this.#work();
    });
  }

  read(query: AuditQuery): Promise<AuditPage> {
    return readLines(this.#book, this.#linesOf, query);
  }

  root(size = this.size): AuditRoot {
    return this.#book.root(size);
  }

  tree(size: number): TreeView {
    return this.#book.tree(size);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#working;
    await this.#writer.close();
  }

  async #work(): Promise<void> {
    // Whatever arrives in this turn of the loop goes with the first.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#commit();
    this.#working = undefined;
  }

  async #commit(): Promise<void> {
    const room = this.#book.width - (this.#book.size - this.#book.tailFirst);
    const batch: { readonly waiting: Waiting; readonly line: AuditLine; readonly text: string }[] = [];
    let previous = this.#last;
    let bytes = 0;
    for (const waiting of this.#waiting.slice(0, room)) {
      const line: AuditLine = { ...waiting.entry, via: this.name, seq: this.size + batch.length, previous };
      const text = `{"seq":${line.seq},${waiting.text},"previous":"${previous}"}`;
      bytes += Buffer.byteLength(text) + 1;
      if (bytes > MAX_BATCH_BYTES) break;
      previous = digestOfLine(text);
      batch.push({ waiting, line, text });
    }
    this.#waiting.splice(0, batch.length);
    try {
      await this.#writer.append(Buffer.from(batch.map(({ text }) => `${text}\n`).join('')), this.#book.tailFirst);
    } catch (error) {
      this.#isWritable = false;
      for (const { waiting } of batch) waiting.reject(new AuditError('audit-unavailable', {}, error));
      return;
    }
    this.#isWritable = true;
    this.#last = previous;
    for (const { line, text } of batch) this.#book.add(line, text);
    for (const { waiting, line } of batch) waiting.resolve(line);
    if (batch.length === room) await this.#seal(previous);
  }
}
