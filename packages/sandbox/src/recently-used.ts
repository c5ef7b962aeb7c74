/** Keeps the values asked for last, at most so many; a value that fell out is made again when it is asked for. */
export class RecentlyUsed<Value> {
  readonly #max: number;
  readonly #drop: (value: Value) => void;
  /** The one used last stands last. */
  readonly #values = new Map<string, Value>();

  /** @param drop told of each value that falls out */
  constructor(max: number, drop: (value: Value) => void) {
    this.#max = max;
    this.#drop = drop;
  }

  get size(): number {
    return this.#values.size;
  }

  find(key: string): Value | undefined {
    const value = this.#values.get(key);
    if (value === undefined) return undefined;
    this.#values.delete(key);
    this.#values.set(key, value);
    return value;
  }

  keep(key: string, value: Value): void {
    this.#values.set(key, value);
    for (const [oldest, dropped] of this.#values) {
      if (this.#values.size <= this.#max) return;
      this.#values.delete(oldest);
      this.#drop(dropped);
    }
  }
}
