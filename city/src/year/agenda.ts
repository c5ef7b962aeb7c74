interface Entry {
  readonly atMs: number;
  readonly serial: number;
  readonly act: (atMs: number) => Promise<void>;
}

/** What is still to be done, by time; what was noted first is done first. */
export class Agenda {
  #entries: Entry[] = [];
  #serial = 0;

  note(atMs: number, act: (atMs: number) => Promise<void>): void {
    this.#serial += 1;
    const entry = { atMs, serial: this.#serial, act };
    let [low, high] = [0, this.#entries.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#entries[middle];
      if (other !== undefined && other.atMs <= atMs) low = middle + 1;
      else high = middle;
    }
    this.#entries.splice(low, 0, entry);
  }

  /** The first before `endMs`, taken off. */
  take(endMs: number): Entry | undefined {
    const [first] = this.#entries;
    return first !== undefined && first.atMs < endMs ? this.#entries.shift() : undefined;
  }
}
