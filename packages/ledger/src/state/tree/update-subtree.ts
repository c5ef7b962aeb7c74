import type { ChangeBatch } from './change-batch.ts';
import { EMPTY, type SubtreeRef, type SubtreeStore } from './subtree-store.ts';

/** The changes at positions [low, high) of a batch; their paths share the bits before `depth`. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly depth: number;
}

/** Applies a sorted batch to subtrees. Every node that changes is hashed once, on the way back up. */
export class SubtreeUpdate {
  readonly #nodes: SubtreeStore;
  readonly #batch: ChangeBatch;

  constructor(nodes: SubtreeStore, batch: ChangeBatch) {
    this.#nodes = nodes;
    this.#batch = batch;
  }

  apply(ref: SubtreeRef, range: Range): SubtreeRef {
    const { low, high, depth } = range;
    if (low === high) return ref;
    if (ref <= 0) return this.#applyToLeaf(ref, range);
    const middle = this.#batch.split(low, high, depth);
    const left = this.apply(this.#nodes.left(ref), { low, high: middle, depth: depth + 1 });
    const right = this.apply(this.#nodes.right(ref), { low: middle, high, depth: depth + 1 });
    return this.#nodes.join(left, right, ref);
  }

  #applyToLeaf(leaf: SubtreeRef, range: Range): SubtreeRef {
    if (leaf === EMPTY) return this.#build(EMPTY, range);
    const position = this.#batch.find(this.#nodes.leaf(leaf).path, range.low, range.high);
    if (position < 0) return this.#build(leaf, range);
    const valueHash = this.#batch.valueHash(position);
    if (range.high - range.low === 1 && valueHash !== null) {
      this.#nodes.setValueHash(leaf, valueHash);
      return leaf;
    }
    this.#nodes.releaseLeaf(leaf);
    return this.#build(EMPTY, range);
  }

  /** A subtree of what the changes put there and `lone`, a leaf of another path (or EMPTY). */
  #build(lone: SubtreeRef, { low, high, depth }: Range): SubtreeRef {
    if (low === high) return lone;
    if (high - low === 1) {
      const valueHash = this.#batch.valueHash(low);
      if (valueHash === null) return lone;
      if (lone === EMPTY) return this.#nodes.makeLeaf(this.#batch.path(low), valueHash);
    }
    const middle = this.#batch.split(low, high, depth);
    const loneIsRight = lone !== EMPTY && this.#nodes.bit(lone, depth) === 1;
    const left = this.#build(loneIsRight ? EMPTY : lone, { low, high: middle, depth: depth + 1 });
    const right = this.#build(loneIsRight ? lone : EMPTY, { low: middle, high, depth: depth + 1 });
    return this.#nodes.join(left, right, EMPTY);
  }
}
