const BITS_PER_ID = 16;
const PROBES = 4;
const FIRST_CAPACITY = 1 << 18;

/**
 * Which transaction ids were certainly never recorded (a Bloom filter, Bloom 1970; about 2 in 1,000 unknown ids need a look at
 * the table). Nearly every submission is new, and each would touch pages all over the table to learn that it is not there.
 * Ids are the senders' choice: one who picks them so that they meet makes us look, and changes no answer.
 */
export class IdFilter {
  /** Each twice as large as the one before: none is ever built again. */
  readonly #layers: Layer[] = [];

  add(id: string): void {
    if (this.mayHave(id)) return;
    let layer = this.#layers.at(-1);
    if (layer === undefined || layer.isFull) {
      layer = new Layer(layer === undefined ? FIRST_CAPACITY : layer.capacity * 2);
      this.#layers.push(layer);
    }
    layer.add(id);
  }

  /** false: it was never added. */
  mayHave(id: string): boolean {
    return this.#layers.some((layer) => layer.mayHave(id));
  }
}

class Layer {
  readonly capacity: number;
  readonly #words: Int32Array;
  #count = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.#words = new Int32Array((capacity * BITS_PER_ID) / 32);
  }

  get isFull(): boolean {
    return this.#count >= this.capacity;
  }

  add(id: string): void {
    this.#count += 1;
    let bit = hashOf(id, 0x811c9dc5);
    const step = hashOf(id, 0x9e3779b9) | 1;
    for (let probe = 0; probe < PROBES; probe++, bit = (bit + step) | 0) {
      const at = this.#wordOf(bit);
      this.#words[at] = (this.#words[at] as number) | (1 << (bit & 31));
    }
  }

  mayHave(id: string): boolean {
    let bit = hashOf(id, 0x811c9dc5);
    const step = hashOf(id, 0x9e3779b9) | 1;
    for (let probe = 0; probe < PROBES; probe++, bit = (bit + step) | 0) {
      if (((this.#words[this.#wordOf(bit)] as number) & (1 << (bit & 31))) === 0) return false;
    }
    return true;
  }

  #wordOf(bit: number): number {
    // The number of words is a power of two.
    return (bit >>> 5) & (this.#words.length - 1);
  }
}

/** FNV-1a with murmur's last mixing: neighbours must not meet in the low bits. */
function hashOf(id: string, start: number): number {
  let hash = start;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
