import { join } from 'node:path';
import type { JsonObject } from '@minglu/protocol';
import { DepartmentError } from '../department-error.ts';
import { type LineFile, openLineFile } from '../storage/line-file.ts';
import type { Correction, CorrectionAnswer } from './correction.ts';

export interface KeptCorrection {
  readonly asked: Correction;
  readonly answer: CorrectionAnswer | undefined;
}

/** Waiting ones of one case; whoever wants more waits for an answer. */
const MOST_WAITING = 20;

/** Requests to correct or add to what the department holds, and what was answered: only ever appended to. */
export class CorrectionBook {
  readonly #file: LineFile;
  readonly #asked = new Map<string, Correction>();
  readonly #answers = new Map<string, CorrectionAnswer>();
  #last: Promise<unknown> = Promise.resolve();

  private constructor(file: LineFile) {
    this.#file = file;
  }

  /** @param directory of the department */
  static async open(directory: string): Promise<CorrectionBook> {
    const { lines, file } = await openLineFile(join(directory, 'corrections.jsonl'));
    const book = new CorrectionBook(file);
    for (const line of lines) book.#take(line);
    return book;
  }

  find(id: string): KeptCorrection | undefined {
    const asked = this.#asked.get(id);
    return asked === undefined ? undefined : { asked, answer: this.#answers.get(id) };
  }

  /** Of one case, or of all; what waits longest first, then what was answered, newest first. */
  list(caseId?: string): readonly KeptCorrection[] {
    const kept = [...this.#asked.values()]
      .filter((one) => caseId === undefined || one.case === caseId)
      .map((asked) => ({ asked, answer: this.#answers.get(asked.id) }));
    return kept.sort((a, b) => {
      if (a.answer === undefined || b.answer === undefined) {
        return Number(a.answer !== undefined) - Number(b.answer !== undefined) || a.asked.dueAt - b.asked.dueAt;
      }
      return b.answer.at - a.answer.at;
    });
  }

  /** On disk when it returns. The same request again changes nothing; one id for two requests is refused. */
  ask(asked: Correction): Promise<Correction> {
    return this.#inTurn(async () => {
      const known = this.#asked.get(asked.id);
      if (known !== undefined) {
        if (known.case !== asked.case) throw new DepartmentError('correction-invalid', { member: 'id' });
        return known;
      }
      const waiting = this.list(asked.case).filter(({ answer }) => answer === undefined);
      if (waiting.length >= MOST_WAITING) throw new DepartmentError('overloaded', { most: MOST_WAITING });
      await this.#write({ asked: { ...asked } });
      return asked;
    });
  }

  /** On disk when it returns. Throws `correction-unknown`, `correction-answered`. */
  answer(answer: CorrectionAnswer): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#asked.has(answer.id)) throw new DepartmentError('correction-unknown');
      if (this.#answers.has(answer.id)) throw new DepartmentError('correction-answered');
      await this.#write({ answer: { ...answer } });
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  async #write(line: JsonObject): Promise<void> {
    await this.#file.append([line]);
    this.#take(line);
  }

  #take({ asked, answer }: JsonObject): void {
    if (asked !== undefined) {
      const one = asked as unknown as Correction;
      this.#asked.set(one.id, one);
    }
    if (answer !== undefined) {
      const one = answer as unknown as CorrectionAnswer;
      this.#answers.set(one.id, one);
    }
  }
}
