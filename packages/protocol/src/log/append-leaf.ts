import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import type { HashReader } from './hash-reader.ts';
import { nodeHash } from './merkle-hash.ts';

/** A complete subtree's hash with its place, as `HashReader` names it. */
export interface SubtreeHash {
  readonly level: number;
  readonly index: number;
  readonly hash: Uint8Array;
}

/**
 * The complete subtrees that come into being when `leaf` (a leaf hash) is put at `index`, the leaf first. Amortised
 * one node hash a leaf; `reader` is asked only for subtrees that earlier leaves completed.
 */
export function appendLeaf(
  index: number,
  leaf: Uint8Array,
  reader: HashReader,
  hash: HashFunction = sha256,
): SubtreeHash[] {
  const made: SubtreeHash[] = [{ level: 0, index, hash: leaf }];
  let node = leaf;
  let at = index;
  for (let level = 0; at % 2 === 1; level++) {
    node = nodeHash(reader(level, at - 1), node, hash);
    at = (at - 1) / 2;
    made.push({ level: level + 1, index: at, hash: node });
  }
  return made;
}
