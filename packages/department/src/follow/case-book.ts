import type { JsonObject } from '@minglu/protocol';
import type { LineFile } from '../storage/line-file.ts';
import { openLineFile } from '../storage/line-file.ts';
import type { CaseNote } from './case-event.ts';

/** The department's own notes on its cases and licences, taken from the log: the platform is not asked who holds what. */
export class CaseBook {
  readonly #file: LineFile;
  readonly #cases = new Map<string, CaseNote>();
  /** Number of a licence to its case. */
  readonly #licences = new Map<string, string>();
  #waiting: JsonObject[] = [];
  /** What stood before the notes that wait. */
  #replaced: [number: string, before: string | undefined][] = [];

  private constructor(file: LineFile) {
    this.#file = file;
  }

  static async open(path: string): Promise<CaseBook> {
    const { lines, file } = await openLineFile(path);
    const book = new CaseBook(file);
    for (const line of lines) book.#take(line);
    return book;
  }

  find(id: string): CaseNote | undefined {
    return this.#cases.get(id);
  }

  findByLicence(number: string): CaseNote | undefined {
    return this.#cases.get(this.#licences.get(number) ?? '');
  }

  noteCase(note: CaseNote): void {
    if (this.#cases.has(note.id)) return;
    this.#note({ ...note });
  }

  /** Whose licence it is: the case it was issued on, or the one on which somebody took it over, or brought it to this office. */
  noteLicence(number: string, caseId: string): void {
    if (this.#licences.get(number) === caseId) return;
    const before = this.#licences.get(number);
    this.#replaced.push([number, before]);
    this.#note({ licence: number, case: caseId });
  }

  /** Writes what was noted since; a note taken twice after a crash says the same. */
  async save(): Promise<void> {
    const lines = this.#waiting;
    await this.#file.append(lines);
    this.#waiting = this.#waiting.slice(lines.length);
    this.#replaced = [];
  }

  /** Drops what was noted and not saved: it was read from entries that were not proven. */
  forget(): void {
    for (const { id } of this.#waiting) if (id !== undefined) this.#cases.delete(String(id));
    for (const [number, before] of this.#replaced.toReversed()) {
      if (before === undefined) this.#licences.delete(number);
      else this.#licences.set(number, before);
    }
    this.#replaced = [];
    this.#waiting = [];
  }

  #note(line: JsonObject): void {
    this.#take(line);
    this.#waiting.push(line);
  }

  #take(line: JsonObject): void {
    if (typeof line.licence === 'string') this.#licences.set(line.licence, String(line.case));
    else this.#cases.set(String(line.id), line as unknown as CaseNote);
  }
}
