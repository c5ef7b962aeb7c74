const SLOTS_PER_PAGE_LOG2 = 14;
const SLOT_MASK = (1 << SLOTS_PER_PAGE_LOG2) - 1;

interface Page {
  readonly words: Int32Array;
  readonly bytes: Uint8Array;
}

/**
 * Records of a fixed number of 32-bit words, numbered from 1, in pages that never move. Two million objects of the
 * language would cost five times the memory and a garbage collection that stops the loop.
 */
export class SlotArena {
  readonly #wordsPerSlot: number;
  readonly #pages: Page[] = [];
  readonly #free: number[] = [];
  #next = 1;
  #live = 0;

  constructor(wordsPerSlot: number) {
    this.#wordsPerSlot = wordsPerSlot;
  }

  /** Bytes in slots that are in use. */
  get liveBytes(): number {
    return this.#live * this.#wordsPerSlot * 4;
  }

  /** The content of a slot is undefined until it is written. */
  allocate(): number {
    this.#live += 1;
    const reused = this.#free.pop();
    if (reused !== undefined) return reused;
    const slot = this.#next;
    this.#next += 1;
    if (slot >>> SLOTS_PER_PAGE_LOG2 === this.#pages.length) this.#addPage();
    return slot;
  }

  release(slot: number): void {
    this.#live -= 1;
    this.#free.push(slot);
  }

  words(slot: number): Int32Array {
    return (this.#pages[slot >>> SLOTS_PER_PAGE_LOG2] as Page).words;
  }

  bytes(slot: number): Uint8Array {
    return (this.#pages[slot >>> SLOTS_PER_PAGE_LOG2] as Page).bytes;
  }

  /** Index of the slot's first word in `words(slot)`; four times that in `bytes(slot)`. */
  at(slot: number): number {
    return (slot & SLOT_MASK) * this.#wordsPerSlot;
  }

  /** Shared buffers, though nobody shares them: the engine does not count them among what a collection might free. */
  #addPage(): void {
    const words = new Int32Array(new SharedArrayBuffer((this.#wordsPerSlot * 4) << SLOTS_PER_PAGE_LOG2));
    this.#pages.push({ words, bytes: new Uint8Array(words.buffer) });
  }
}
