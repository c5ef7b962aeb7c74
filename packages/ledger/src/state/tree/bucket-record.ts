import type { StateLeaf } from './state-leaf.ts';

/**
 * What is kept on disk of a bucket (all leaves that share the first bits of their path): enough to know the root without
 * reading a single leaf.
 */
export interface BucketRecord {
  readonly prefix: number;
  /** 0 = empty, 1 = exactly one leaf (`hash` is then the leaf's own), 2 = more. */
  readonly population: 0 | 1 | 2;
  /** Root of the bucket's subtree; 32 zero bytes when empty. */
  readonly hash: Uint8Array;
}

/**
 * The leaves of one bucket as they stood after the last `update`, in any order.
 * Called inside `update` and `prove`, so it must be synchronous: a range scan.
 */
export type LoadBucket = (prefix: number) => Iterable<StateLeaf>;
