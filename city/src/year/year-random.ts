import { concatBytes, sha256, utf8Encode } from '@minglu/protocol';

/** Everything that is left to chance in the year, in the order asked: one seed, one year. */
export class YearRandom {
  readonly #seed: string;
  #counter = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  readonly bytes = (length: number): Uint8Array => {
    const parts: Uint8Array[] = [];
    for (let had = 0; had < length; had += 32) {
      this.#counter += 1;
      parts.push(sha256(utf8Encode(`minglu year\n${this.#seed}\n${this.#counter}`)));
    }
    return concatBytes(...parts).slice(0, length);
  };

  /** A whole number from 0 up to, and without, `limit`. */
  below(limit: number): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.bytes(4);
    return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % limit;
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  /** True in `percent` of a hundred cases. */
  percent(percent: number): boolean {
    return this.below(10_000) < percent * 100;
  }

  pick<T>(list: readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  }
}
