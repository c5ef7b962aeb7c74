import { createHmac } from 'node:crypto';
import type { JsonObject } from '@minglu/protocol';
import type { LineFile } from '../storage/line-file.ts';
import { openLineFile } from '../storage/line-file.ts';

/**
 * Who may not register (市场主体登记管理条例 40, third paragraph), as the log says it: blind keys and dates. Only this department
 * has the secret that leads from a person to the key, and it looks here and not at the platform, which would otherwise see
 * the same key asked for at each of somebody's applications and so join them.
 */
export class BarBook {
  readonly #secret: Uint8Array;
  readonly #file: LineFile;
  /** By person, by annulment: the last millisecond. */
  readonly #bars = new Map<string, Map<string, number>>();
  #waiting: JsonObject[] = [];

  private constructor(secret: Uint8Array, file: LineFile) {
    this.#secret = secret;
    this.#file = file;
  }

  static async open(path: string, secret: Uint8Array): Promise<BarBook> {
    const { lines, file } = await openLineFile(path);
    const book = new BarBook(secret, file);
    for (const line of lines) book.#take(line);
    return book;
  }

  /** What stands on the chain for somebody with this number: base64url of HMAC-SHA-256. */
  keyOf(idNumber: string): string {
    return createHmac('sha256', this.#secret).update(`minglu registration bar v0\n${idNumber}`).digest('base64url');
  }

  isBarred(idNumber: string, nowMs: number): boolean {
    const bars = this.#bars.get(this.keyOf(idNumber));
    return bars !== undefined && [...bars.values()].some((until) => until >= nowMs);
  }

  /** Notes a step read from the log; others than those of bars are nothing to it. */
  note(name: string, { person, annulment, until }: JsonObject): void {
    if (typeof person !== 'string' || typeof annulment !== 'string') return;
    if (name === 'bar.recorded') this.#waiting.push({ person, annulment, until: Number(until) });
    if (name === 'bar.lifted' || name === 'bar.ended') this.#waiting.push({ person, annulment });
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

  #take({ person, annulment, until }: JsonObject): void {
    const bars = this.#bars.get(String(person)) ?? new Map<string, number>();
    if (typeof until === 'number') bars.set(String(annulment), until);
    else bars.delete(String(annulment));
    this.#bars.set(String(person), bars);
  }
}
