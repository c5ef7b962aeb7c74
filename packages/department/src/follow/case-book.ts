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

  noteLicence(number: string, caseId: string): void {
    if (this.#licences.has(number)) return;
    this.#note({ licence: number, case: caseId });
  }

  /** Writes what was noted since; a note taken twice after a crash says the same. */
  async save(): Promise<void> {
    const lines = this.#waiting;
    await this.#file.append(lines);
    this.#waiting = this.#waiting.slice(lines.length);
  }

  /** Drops what was noted and not saved: it was read from entries that were not proven. */
  forget(): void {
    for (const line of this.#waiting) {
      if (typeof line.licence === 'string') this.#licences.delete(line.licence);
      else this.#cases.delete(String(line.id));
    }
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
