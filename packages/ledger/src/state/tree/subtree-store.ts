import type { NodeHasher } from './node-hasher.ts';
import { SlotArena } from './slot-arena.ts';
import type { StateLeaf } from './state-leaf.ts';

/** 0 = empty subtree, positive = an inner node, negative = a leaf. */
export type SubtreeRef = number;

export const EMPTY: SubtreeRef = 0;

const HASH_WORDS = 8;
/** hash, left, right. */
const INNER_WORDS = HASH_WORDS + 2;
/** hash, path, value hash. */
const LEAF_WORDS = HASH_WORDS * 3;

/**
 * Nodes of the state tree with their hashes. A node's hash is computed when the node is made or joined anew, so whoever
 * joins bottom-up hashes each changed node once.
 */
export class SubtreeStore {
  readonly #inner = new SlotArena(INNER_WORDS);
  readonly #leaves = new SlotArena(LEAF_WORDS);
  readonly #hasher: NodeHasher;
  /** 65 bytes placed so that both hashes begin on a word: copies are eight words instead of 32 bytes. */
  readonly #input: Uint8Array;
  readonly #inputWords: Int32Array;

  constructor(hasher: NodeHasher) {
    const buffer = new ArrayBuffer(68);
    this.#input = new Uint8Array(buffer, 3, 65);
    this.#inputWords = new Int32Array(buffer);
    this.#hasher = hasher;
  }

  get liveBytes(): number {
    return this.#inner.liveBytes + this.#leaves.liveBytes;
  }

  left(node: SubtreeRef): SubtreeRef {
    return this.#inner.words(node)[this.#inner.at(node) + HASH_WORDS] as number;
  }

  right(node: SubtreeRef): SubtreeRef {
    return this.#inner.words(node)[this.#inner.at(node) + HASH_WORDS + 1] as number;
  }

  /** Copies the hash of a node that is not empty to words[at…]. */
  copyHash(ref: SubtreeRef, words: Int32Array, at: number): void {
    const arena = ref > 0 ? this.#inner : this.#leaves;
    const slot = Math.abs(ref);
    copyWords(arena.words(slot), arena.at(slot), words, at);
  }

  /** undefined for the empty subtree. */
  hash(ref: SubtreeRef): Uint8Array | undefined {
    if (ref === EMPTY) return undefined;
    const words = new Int32Array(HASH_WORDS);
    this.copyHash(ref, words, 0);
    return new Uint8Array(words.buffer);
  }

  leaf(ref: SubtreeRef): StateLeaf {
    const bytes = this.#leaves.bytes(-ref);
    const start = this.#leaves.at(-ref) * 4;
    return { path: bytes.slice(start + 32, start + 64), valueHash: bytes.slice(start + 64, start + 96) };
  }

  bit(leaf: SubtreeRef, depth: number): number {
    const byte = this.#leaves.bytes(-leaf)[this.#leaves.at(-leaf) * 4 + 32 + (depth >>> 3)] as number;
    return (byte >>> (7 - (depth & 7))) & 1;
  }

  hasPath(leaf: SubtreeRef, path: Uint8Array): boolean {
    const bytes = this.#leaves.bytes(-leaf);
    const start = this.#leaves.at(-leaf) * 4 + 32;
    for (let at = 0; at < 32; at++) if (bytes[start + at] !== path[at]) return false;
    return true;
  }

  makeLeaf(path: Uint8Array, valueHash: Uint8Array): SubtreeRef {
    const slot = this.#leaves.allocate();
    this.#leaves.bytes(slot).set(path, this.#leaves.at(slot) * 4 + 32);
    this.setValueHash(-slot, valueHash);
    return -slot;
  }

  setValueHash(leaf: SubtreeRef, valueHash: Uint8Array): void {
    const bytes = this.#leaves.bytes(-leaf);
    const words = this.#leaves.words(-leaf);
    const at = this.#leaves.at(-leaf);
    bytes.set(valueHash, at * 4 + 64);
    this.#input[0] = 0;
    copyWords(words, at + HASH_WORDS, this.#inputWords, 1);
    copyWords(words, at + 2 * HASH_WORDS, this.#inputWords, 1 + HASH_WORDS);
    this.#hasher(this.#input, bytes, at * 4);
  }

  /**
   * The subtree over two halves; a lone leaf moves up. `reuse` is the inner node that stood here (or EMPTY): it becomes
   * the result or is given back.
   */
  join(left: SubtreeRef, right: SubtreeRef, reuse: SubtreeRef): SubtreeRef {
    if ((left === EMPTY && right <= 0) || (right === EMPTY && left <= 0)) {
      if (reuse !== EMPTY) this.#inner.release(reuse);
      return left === EMPTY ? right : left;
    }
    const node = reuse === EMPTY ? this.#inner.allocate() : reuse;
    const words = this.#inner.words(node);
    const at = this.#inner.at(node);
    words[at + HASH_WORDS] = left;
    words[at + HASH_WORDS + 1] = right;
    this.#input[0] = 1;
    this.#putInput(left, 1);
    this.#putInput(right, 1 + HASH_WORDS);
    this.#hasher(this.#input, this.#inner.bytes(node), at * 4);
    return node;
  }

  releaseLeaf(leaf: SubtreeRef): void {
    this.#leaves.release(-leaf);
  }

  /** Gives back a whole subtree. */
  release(ref: SubtreeRef): void {
    if (ref < 0) this.#leaves.release(-ref);
    if (ref <= 0) return;
    this.release(this.left(ref));
    this.release(this.right(ref));
    this.#inner.release(ref);
  }

  #putInput(ref: SubtreeRef, at: number): void {
    if (ref === EMPTY) this.#inputWords.fill(0, at, at + HASH_WORDS);
    else this.copyHash(ref, this.#inputWords, at);
  }
}

export function copyWords(from: Int32Array, start: number, to: Int32Array, at: number): void {
  for (let word = 0; word < HASH_WORDS; word++) to[at + word] = from[start + word] as number;
}
