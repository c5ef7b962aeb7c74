import type { JsonObject } from '@minglu/protocol';
import { type LineFile, openLineFile } from '../storage/line-file.ts';

/** Who asks to do or read something in a holder's place. */
export interface ActsFor {
  readonly principal: string;
  /** Thumbprint of the key that asks. */
  readonly agent: string;
  readonly deed: string;
  readonly service: string;
  readonly nowMs: number;
}

/**
 * Who acts for whom, as the log says it, whichever department the case is of: a licence may move here with its agent. The
 * platform is not asked: it would let in whom it likes.
 */
export class MandateBook {
  readonly #file: LineFile;
  readonly #mandates = new Map<string, JsonObject>();
  #waiting: JsonObject[] = [];

  private constructor(file: LineFile) {
    this.#file = file;
  }

  static async open(path: string): Promise<MandateBook> {
    const { lines, file } = await openLineFile(path);
    const book = new MandateBook(file);
    for (const line of lines) book.#take(line);
    return book;
  }

  /** The holder's own word lasts until its instant, also where no block has come since. */
  allows({ principal, agent, deed, service, nowMs }: ActsFor): boolean {
    const mandate = this.#mandates.get(`${principal}/${agent}`);
    if (mandate === undefined || Number(mandate.until) <= nowMs) return false;
    const { deeds, services } = mandate as { deeds: readonly string[]; services?: readonly string[] };
    return deeds.includes(deed) && (services === undefined || services.includes(service));
  }

  /** Notes a step read from the log; others than those of mandates are nothing to it. */
  note(name: string, { principal, agent, deeds, services, until }: JsonObject): void {
    if (typeof principal !== 'string' || typeof agent !== 'string') return;
    const scope = { deeds: deeds ?? [], ...(services === undefined ? {} : { services }), until: until ?? 0 };
    if (name === 'mandate.appointed') this.#waiting.push({ principal, agent, ...scope });
    if (name === 'mandate.withdrawn' || name === 'mandate.expired') this.#waiting.push({ principal, agent });
  }

  /** What was noted counts from here on, and is on disk: it was proven. Taken twice after a crash it says the same. */
  async save(): Promise<void> {
    const lines = this.#waiting;
    await this.#file.append(lines);
    for (const line of lines) this.#take(line);
    this.#waiting = this.#waiting.slice(lines.length);
  }

  /** Drops what was read from entries that were not proven. */
  forget(): void {
    this.#waiting = [];
  }

  #take(line: JsonObject): void {
    const subject = `${line.principal}/${line.agent}`;
    if (line.deeds === undefined) this.#mandates.delete(subject);
    else this.#mandates.set(subject, line);
  }
}
