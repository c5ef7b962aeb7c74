import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '@minglu/protocol';
import { base64urlEncode, formatStrictJson, sha256, utf8Encode } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { type LineFile, openLineFile } from '../storage/line-file.ts';
import { writeDurably } from '../storage/write-durably.ts';

/** A document as it is listed. */
export interface ListedDocument {
  /** `<entry>-<place>` of the step it was made for: one step, one document. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  /** 文号. */
  readonly number: string;
  readonly case: string;
  /** Milliseconds of the step. */
  readonly time: number;
  readonly mediaType: string;
  readonly file: string;
  /** base64url of SHA-256 over the file. */
  readonly digest: string;
  readonly size: number;
}

/** How many documents of a year come before the next: 文号 are sequential, without a gap and none twice. */
export interface DocumentOrder {
  readonly year: number;
  readonly serial: number;
}

/**
 * What the department has made: files, and a list that only grows. A document counts once its line is on disk, its file
 * before its line; a crash between the two leaves a file without a line, which the same step then writes again under the
 * same number. Each line carries the hash of the one before, so a line taken out later is seen.
 */
export class DocumentRegister {
  readonly #directory: string;
  readonly #list: LineFile;
  readonly #byKey = new Map<string, ListedDocument>();
  readonly #inOrder: ListedDocument[] = [];
  readonly #byCase = new Map<string, ListedDocument[]>();
  readonly #serials = new Map<number, number>();
  #last = '';

  private constructor(directory: string, list: LineFile) {
    this.#directory = directory;
    this.#list = list;
  }

  /** Throws `store-damaged` where the list does not hang together. */
  static async open(directory: string): Promise<DocumentRegister> {
    const { lines, file } = await openLineFile(join(directory, 'documents.jsonl'));
    const register = new DocumentRegister(directory, file);
    for (const [at, line] of lines.entries()) {
      if (line.previous !== register.#last) throw new DepartmentError('store-damaged', { line: at + 1 });
      register.#take(line);
    }
    return register;
  }

  has(key: string): boolean {
    return this.#byKey.has(key);
  }

  find(key: string): ListedDocument | undefined {
    return this.#byKey.get(key);
  }

  /** Oldest first. */
  listOf(caseId: string): readonly ListedDocument[] {
    return this.#byCase.get(caseId) ?? [];
  }

  /** At most `most` of them, in the order in which they were made, after the first `count`. */
  after(count: number, most: number): readonly ListedDocument[] {
    return this.#inOrder.slice(count, count + most);
  }

  nextSerial(year: number): number {
    return (this.#serials.get(year) ?? 0) + 1;
  }

  /** Keeps a document for good. Throws `store-damaged` for a step that has one, or a serial that is not the next. */
  async keep(
    listed: Omit<ListedDocument, 'digest' | 'size' | 'file'>,
    { year, serial }: DocumentOrder,
    { bytes, extension }: { readonly bytes: Uint8Array; readonly extension: string },
  ): Promise<ListedDocument> {
    if (this.has(listed.key) || serial !== this.nextSerial(year))
      throw new DepartmentError('store-damaged', { year, serial });
    const file = `${listed.key}.${extension}`;
    await writeDurably(join(this.#directory, 'files', file), bytes);
    const document = { ...listed, file, digest: base64urlEncode(sha256(bytes)), size: bytes.length };
    const line = { ...document, year, serial, previous: this.#last };
    await this.#list.append([line]);
    return this.#take(line);
  }

  /** The file's bytes. Throws `store-damaged` where they are not the ones that were listed. */
  async read({ file, digest }: ListedDocument): Promise<Uint8Array> {
    const bytes = await readFile(join(this.#directory, 'files', file));
    if (base64urlEncode(sha256(bytes)) !== digest) throw new DepartmentError('store-damaged', { file });
    return bytes;
  }

  #take(line: JsonObject): ListedDocument {
    const { year, serial, previous: _previous, ...rest } = line;
    const document = rest as unknown as ListedDocument;
    this.#serials.set(Number(year), Number(serial));
    this.#byKey.set(document.key, document);
    this.#inOrder.push(document);
    this.#byCase.set(document.case, [...this.listOf(document.case), document]);
    this.#last = base64urlEncode(sha256(utf8Encode(formatStrictJson(line))));
    return document;
  }
}
