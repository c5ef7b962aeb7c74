import type { JsonObject } from '@minglu/protocol';
import type { LineFile } from '../storage/line-file.ts';
import { openLineFile } from '../storage/line-file.ts';
import type { CaseNote } from './case-event.ts';

/** The department's own notes on its cases and licences, taken from the log: the platform is not asked who holds what. */
export class CaseBook {
  readonly #file: LineFile;
  readonly #cases = new Map<string, CaseNote>();
  readonly #byHolder = new Map<string, Set<string>>();
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

  /** A case and what its key asked for afterwards about the licence: one person's matters under one key. */
  heldBy(holder: string): readonly CaseNote[] {
    return [...(this.#byHolder.get(holder) ?? [])].flatMap((id) => this.#cases.get(id) ?? []);
  }

  findByLicence(number: string): CaseNote | undefined {
    return this.#cases.get(this.#licences.get(number) ?? '');
  }

  noteCase(note: CaseNote): void {
    if (this.#cases.has(note.id)) return;
    this.#note({ ...note });
  }

  /** A later note takes the place of an earlier one: another operator's case answers for the licence then. */
  noteLicence(number: string, caseId: string): void {
    if (this.#licences.get(number) === caseId) return;
    const before = this.#licences.get(number);
    this.#note({ licence: number, case: caseId, ...(before === undefined ? {} : { before }) });
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
      if (typeof line.id === 'string') this.#cases.delete(line.id);
      else if (typeof line.before === 'string') this.#licences.set(String(line.licence), line.before);
      else this.#licences.delete(String(line.licence));
    }
    this.#waiting = [];
  }

  #note(line: JsonObject): void {
    this.#take(line);
    this.#waiting.push(line);
  }

  #take(line: JsonObject): void {
    if (typeof line.id === 'string') {
      const note = line as unknown as CaseNote;
      this.#cases.set(note.id, note);
      this.#byHolder.set(note.holder, (this.#byHolder.get(note.holder) ?? new Set()).add(note.id));
    } else this.#licences.set(String(line.licence), String(line.case));
  }
}
