/** Keeps the values asked for last, at most so many; a value that fell out is made again when it is asked for. */
export class RecentlyUsed<Value> {
  readonly #max: number;
  /** The one used last stands last. */
  readonly #values = new Map<string, Value>();

  constructor(max: number) {
    this.#max = max;
  }

  get size(): number {
    return this.#values.size;
  }

  find(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined || this.#max === 1) return value;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  keep(key: string, value: Value): void {
    this.#values.set(key, value);
    for (const oldest of this.#values.keys()) {
      if (this.#values.size <= this.#max) return;
      this.#values.delete(oldest);
    }
  }
}
