import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { ProtocolError } from '../errors.ts';
import { appendLeaf } from './append-leaf.ts';
import type { HashReader } from './hash-reader.ts';
import { type TreeView, treeAt } from './tree-at.ts';

/** A growing tree with all its complete subtrees in memory (64 bytes a leaf): for a monitor that reads a whole log. */
export interface MemoryTree {
  readonly size: number;
  readonly reader: HashReader;
  /** Puts a leaf hash at the end. */
  append(leaf: Uint8Array): void;
  /** The tree as it was at `size`; now, when none is given. Throws `merkle-range`. */
  at(size?: number): TreeView;
}

export function memoryTree(hash: HashFunction = sha256): MemoryTree {
  const levels: Uint8Array[][] = [];
  const reader: HashReader = (level, index) => {
    const subtree = levels[level]?.[index];
    if (subtree === undefined) throw new ProtocolError('merkle-range', { level, index });
    return subtree;
  };
  let count = 0;
  return {
    get size() {
      return count;
    },
    reader,
    append: (leaf) => {
      for (const { level, index, hash: made } of appendLeaf(count, leaf, reader, hash)) {
        const row = levels[level] ?? [];
        row[index] = made;
        levels[level] = row;
      }
      count += 1;
    },
    at: (size = count) => treeAt(size, reader, hash),
  };
}
