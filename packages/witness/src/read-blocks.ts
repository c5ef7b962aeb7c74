import { base64Encode, leafHash, parseEntry, sha256 } from '@minglu/protocol';
import type { LastBlock, TreeEdge } from './monitor-state.ts';

/** Where the entries stop making sense, in a word for the evidence file; undefined while they do. */
export type ChainFault = string | undefined;

/**
 * Follows new entries as they come: every leaf goes into the tree's edge, every block must name the one before it,
 * stand one above it, not earlier than it, and count exactly the transactions that stand between them.
 */
export class BlockReader {
  readonly #edge: TreeEdge;
  #last: LastBlock | null;
  #time = 0;
  #waiting: number[] = [];
  #fault: ChainFault;

  constructor(edge: TreeEdge, last: LastBlock | null) {
    this.#edge = edge;
    this.#last = last;
  }

  get last(): LastBlock | null {
    return this.#last;
  }

  /** The first thing found wrong. A checkpoint ends with a block: transactions waiting for theirs are a fault. */
  get fault(): ChainFault {
    return this.#fault ?? (this.#waiting.length > 0 ? 'no-block-entry-at-end' : undefined);
  }

  take(bytes: Uint8Array): void {
    const index = this.#edge.size;
    this.#edge.append(leafHash(bytes));
    try {
      this.#read(bytes, index);
    } catch {
      this.#found(`entry-malformed ${index}`);
    }
  }

  #read(bytes: Uint8Array, index: number): void {
    const entry = parseEntry(bytes);
    if (entry.type === 'transaction') {
      this.#waiting.push(entry.height);
      return;
    }
    const height = this.#last === null ? 0 : this.#last.height + 1;
    const previous = this.#last === null ? base64Encode(new Uint8Array(32)) : this.#last.hash;
    if (entry.height !== height) this.#found(`height ${index}`);
    if (base64Encode(entry.previous) !== previous) this.#found(`previous ${index}`);
    if (entry.time < this.#time) this.#found(`time ${index}`);
    const mine = this.#waiting.every((one) => one === entry.height) && this.#waiting.length === entry.transactions;
    if (!mine) this.#found(`transactions ${index}`);
    this.#waiting = [];
    this.#time = entry.time;
    this.#last = { height: entry.height, hash: base64Encode(sha256(bytes)) };
  }

  #found(fault: string): void {
    this.#fault ??= fault;
  }
}
