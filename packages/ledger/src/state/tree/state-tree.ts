import { equalBytes, type StateProof } from '@minglu/protocol';
import { LedgerError } from '../../ledger-error.ts';
import type { BucketRecord, LoadBucket } from './bucket-record.ts';
import { bitAt, ChangeBatch } from './change-batch.ts';
import type { NodeHasher } from './node-hasher.ts';
import type { StateTreeChange } from './state-leaf.ts';

import { EMPTY, type SubtreeRef, SubtreeStore } from './subtree-store.ts';
import { TopTree } from './top-tree.ts';
import { SubtreeUpdate } from './update-subtree.ts';

export interface StateTreeOptions {
  readonly hasher: NodeHasher;
  /** Asked for buckets that are not in memory and not empty. */
  readonly loadBucket: LoadBucket;
  /** The non-empty buckets as last persisted, in any order; none for a new chain. */
  readonly buckets?: Iterable<BucketRecord>;
  /** Leaves that share so many first bits are one bucket, 1 to 16. Only tests want another value. */
  readonly prefixBits?: number;
}

export interface StateTreeUpdate {
  readonly root: Uint8Array;
  /** The buckets to persist, with the leaves, in one transaction. */
  readonly buckets: readonly BucketRecord[];
}

/**
 * The authenticated map of state: a binary sparse Merkle tree over 256-bit paths, most significant bit first, in which a
 * subtree with a single leaf is that leaf.
 *
 *   empty: 32 zero bytes · leaf: SHA-256(0x00 ‖ path ‖ value hash) · else SHA-256(0x01 ‖ left ‖ right)
 *
 * Only leaves and one record a bucket are ever persisted, by the caller; inner nodes live in memory and come back by
 * hashing a bucket's leaves, which must then give the hash on record: a leaf changed on disk does not go unseen.
 */
export class StateTree {
  readonly #bits: number;
  readonly #nodes: SubtreeStore;
  readonly #top: TopTree;
  readonly #roots: Int32Array;
  readonly #loaded: Uint8Array;
  readonly #lastUse: Float64Array;
  readonly #loadBucket: LoadBucket;
  #use = 0;

  constructor({ hasher, loadBucket, buckets = [], prefixBits = 16 }: StateTreeOptions) {
    this.#bits = prefixBits;
    this.#nodes = new SubtreeStore(hasher);
    this.#top = new TopTree(prefixBits, hasher);
    this.#roots = new Int32Array(2 ** prefixBits);
    this.#loaded = new Uint8Array(2 ** prefixBits);
    this.#lastUse = new Float64Array(2 ** prefixBits);
    this.#loadBucket = loadBucket;
    this.#restore(buckets);
  }

  /** 32 zero bytes for an empty tree. */
  get root(): Uint8Array {
    return this.#top.root();
  }

  /** In loaded leaves and inner nodes; the levels above the buckets add 70 bytes a bucket. */
  get loadedBytes(): number {
    return this.#nodes.liveBytes;
  }

  /** All changes of a block at once, in any order. */
  update(changes: Iterable<StateTreeChange>): StateTreeUpdate {
    const batch = new ChangeBatch(changes);
    const update = new SubtreeUpdate(this.#nodes, batch);
    const prefixes: number[] = [];
    this.#use += 1;
    for (let low = 0; low < batch.length; ) {
      const prefix = this.#prefixOf(batch.path(low));
      let high = low + 1;
      while (high < batch.length && this.#prefixOf(batch.path(high)) === prefix) high += 1;
      const ref = update.apply(this.#load(prefix), { low, high, depth: this.#bits });
      this.#roots[prefix] = ref;
      this.#top.setBucket(prefix, ref, this.#nodes);
      prefixes.push(prefix);
      low = high;
    }
    this.#top.rehash(prefixes);
    return { root: this.root, buckets: prefixes.map((prefix) => this.#top.bucketRecord(prefix)) };
  }

  /** For the present root: presence when a leaf of this path is there (the verifier brings the value), else absence. */
  prove(path: Uint8Array): StateProof {
    const siblings: (Uint8Array | undefined)[] = [];
    this.#use += 1;
    let node = 1;
    while (node < this.#top.firstBucket && this.#top.population(node) === 2) {
      const child = node * 2 + bitAt(path, siblings.length);
      siblings.push(this.#top.hash(child ^ 1));
      node = child;
    }
    if (this.#top.population(node) === 0) return { depth: siblings.length, siblings };
    if (this.#top.population(node) === 1) return this.#proofAt(this.#loneLeafBelow(node), path, siblings);
    return this.#proveInBucket(path, siblings);
  }

  /** Whether a leaf of this path is there; undefined when only its bucket on disk can say. */
  findPresence(path: Uint8Array): boolean | undefined {
    const prefix = this.#prefixOf(path);
    if (this.#loaded[prefix] !== 1) {
      return this.#top.population(this.#top.firstBucket + prefix) === 0 ? false : undefined;
    }
    let ref = this.#roots[prefix] as number;
    for (let depth = this.#bits; ref > 0; depth++) {
      ref = bitAt(path, depth) === 1 ? this.#nodes.right(ref) : this.#nodes.left(ref);
    }
    return ref !== EMPTY && this.#nodes.hasPath(ref, path);
  }

  /**
   * Forgets the buckets unused for longest until at most `limitBytes` of nodes are loaded. Call it only when
   * `loadBucket` would give back all that was updated.
   */
  evict(limitBytes: number): void {
    if (this.loadedBytes <= limitBytes) return;
    // A tenth more than asked, so that the next block does not sort 65,536 buckets again.
    const targetBytes = limitBytes * 0.9;
    for (const prefix of this.#loadedByAge()) {
      if (this.loadedBytes <= targetBytes) return;
      this.#nodes.release(this.#roots[prefix] as number);
      this.#roots[prefix] = EMPTY;
      this.#loaded[prefix] = 0;
    }
  }

  #proveInBucket(path: Uint8Array, siblings: (Uint8Array | undefined)[]): StateProof {
    let ref = this.#load(this.#prefixOf(path));
    while (ref > 0) {
      const right = bitAt(path, siblings.length) === 1;
      const [left, other] = [this.#nodes.left(ref), this.#nodes.right(ref)];
      siblings.push(this.#nodes.hash(right ? left : other));
      ref = right ? other : left;
    }
    return this.#proofAt(ref, path, siblings);
  }

  #proofAt(ref: SubtreeRef, path: Uint8Array, siblings: readonly (Uint8Array | undefined)[]): StateProof {
    const proof = { depth: siblings.length, siblings };
    if (ref === EMPTY || this.#nodes.hasPath(ref, path)) return proof;
    return { ...proof, other: this.#nodes.leaf(ref) };
  }

  #loneLeafBelow(node: number): SubtreeRef {
    let at = node;
    while (at < this.#top.firstBucket) at = this.#top.population(at * 2) === 1 ? at * 2 : at * 2 + 1;
    return this.#load(at - this.#top.firstBucket);
  }

  #load(prefix: number): SubtreeRef {
    this.#lastUse[prefix] = this.#use;
    if (this.#loaded[prefix] === 1) return this.#roots[prefix] as number;
    const record = this.#top.bucketRecord(prefix);
    const ref = record.population === 0 ? EMPTY : this.#build(record);
    this.#roots[prefix] = ref;
    this.#loaded[prefix] = 1;
    return ref;
  }

  #build({ prefix, hash }: BucketRecord): SubtreeRef {
    const leaves: StateTreeChange[] = [];
    for (const leaf of this.#loadBucket(prefix)) leaves.push([leaf.path, leaf.valueHash]);
    const batch = new ChangeBatch(leaves);
    const range = { low: 0, high: batch.length, depth: this.#bits };
    const ref = new SubtreeUpdate(this.#nodes, batch).apply(EMPTY, range);
    const found = this.#nodes.hash(ref);
    if (found === undefined || !equalBytes(found, hash)) throw new LedgerError('state-tree-damaged', { prefix });
    return ref;
  }

  #restore(buckets: Iterable<BucketRecord>): void {
    const prefixes: number[] = [];
    for (const record of buckets) {
      this.#top.restoreBucket(record);
      prefixes.push(record.prefix);
    }
    this.#top.rehash(prefixes.sort((a, b) => a - b));
  }

  #loadedByAge(): number[] {
    const prefixes: number[] = [];
    for (let prefix = 0; prefix < this.#roots.length; prefix++)
      if (this.#roots[prefix] !== EMPTY) prefixes.push(prefix);
    return prefixes.sort((a, b) => (this.#lastUse[a] as number) - (this.#lastUse[b] as number));
  }

  #prefixOf(path: Uint8Array): number {
    return (((path[0] as number) << 8) | (path[1] as number)) >>> (16 - this.#bits);
  }
}
