/**
 * Runs work for one key at a time, in the order asked. The check of the old size and the storing of the new one must
 * be one step for an origin (C2SP tlog-witness describes the race that rolls a witness back).
 */
export class OriginLock {
  readonly #tails = new Map<string, Promise<unknown>>();

  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#tails.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const tail = mine.catch(() => undefined);
    this.#tails.set(key, tail);
    try {
      return await mine;
    } finally {
      if (this.#tails.get(key) === tail) this.#tails.delete(key);
    }
  }
}
