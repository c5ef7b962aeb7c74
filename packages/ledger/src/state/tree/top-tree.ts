import type { BucketRecord } from './bucket-record.ts';
import type { NodeHasher } from './node-hasher.ts';
import { copyWords, EMPTY, type SubtreeRef, type SubtreeStore } from './subtree-store.ts';

const HASH_WORDS = 8;

/**
 * The upper levels, over all buckets, as an implicit heap: node 1 is the root, 2n and 2n + 1 are below n, bucket b is node
 * 2^bits + b. The collapse rule does not stop at a bucket's border: a node above with a single leaf below it *is*
 * that leaf, which is why each node keeps its population (0, 1, more) and a lone leaf's hash is copied, not hashed.
 */
export class TopTree {
  readonly #words: Int32Array;
  readonly #bytes: Uint8Array;
  readonly #population: Uint8Array;
  readonly #hasher: NodeHasher;
  readonly #input: Uint8Array;
  readonly #inputWords: Int32Array;
  readonly firstBucket: number;

  constructor(bits: number, hasher: NodeHasher) {
    this.firstBucket = 2 ** bits;
    this.#words = new Int32Array(2 * this.firstBucket * HASH_WORDS);
    this.#bytes = new Uint8Array(this.#words.buffer);
    this.#population = new Uint8Array(2 * this.firstBucket);
    this.#hasher = hasher;
    const buffer = new ArrayBuffer(68);
    this.#input = new Uint8Array(buffer, 3, 65);
    this.#input[0] = 1;
    this.#inputWords = new Int32Array(buffer);
  }

  population(node: number): number {
    return this.#population[node] as number;
  }

  /** A copy; undefined when empty. */
  hash(node: number): Uint8Array | undefined {
    return this.population(node) === 0 ? undefined : this.#bytes.slice(node * 32, node * 32 + 32);
  }

  /** 32 zero bytes when empty. */
  root(): Uint8Array {
    return this.#bytes.slice(32, 64);
  }

  setBucket(prefix: number, ref: SubtreeRef, nodes: SubtreeStore): void {
    const node = this.firstBucket + prefix;
    this.#population[node] = ref === EMPTY ? 0 : ref < 0 ? 1 : 2;
    if (ref === EMPTY) this.#clear(node);
    else nodes.copyHash(ref, this.#words, node * HASH_WORDS);
  }

  restoreBucket(record: BucketRecord): void {
    const node = this.firstBucket + record.prefix;
    this.#population[node] = record.population;
    this.#bytes.set(record.hash, node * 32);
  }

  bucketRecord(prefix: number): BucketRecord {
    const node = this.firstBucket + prefix;
    const population = this.population(node) as 0 | 1 | 2;
    return { prefix, population, hash: this.#bytes.slice(node * 32, node * 32 + 32) };
  }

  /** Brings the levels above up to date after `prefixes` (ascending, each once) were set. */
  rehash(prefixes: readonly number[]): void {
    let nodes = prefixes.map((prefix) => this.firstBucket + prefix);
    while (nodes.length > 0 && (nodes[0] as number) > 1) {
      nodes = parentsOf(nodes);
      for (const node of nodes) this.#join(node);
    }
  }

  #join(node: number): void {
    const left = node * 2;
    const population = this.population(left) + this.population(left + 1);
    this.#population[node] = Math.min(population, 2);
    if (population >= 2) {
      // An empty half has zero bytes for a hash already.
      copyWords(this.#words, left * HASH_WORDS, this.#inputWords, 1);
      copyWords(this.#words, (left + 1) * HASH_WORDS, this.#inputWords, 1 + HASH_WORDS);
      this.#hasher(this.#input, this.#bytes, node * 32);
    } else if (population === 1) {
      const occupied = this.population(left) === 1 ? left : left + 1;
      copyWords(this.#words, occupied * HASH_WORDS, this.#words, node * HASH_WORDS);
    } else {
      this.#clear(node);
    }
  }

  #clear(node: number): void {
    this.#words.fill(0, node * HASH_WORDS, (node + 1) * HASH_WORDS);
  }
}

function parentsOf(nodes: readonly number[]): number[] {
  const parents: number[] = [];
  let last = 0;
  for (const node of nodes) {
    const parent = node >>> 1;
    if (parent !== last) parents.push(parent);
    last = parent;
  }
  return parents;
}
