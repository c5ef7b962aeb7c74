import type { HashFunction } from '../encoding/sha256.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { appendLeaf } from '../log/append-leaf.ts';
import { leafHash } from '../log/merkle-hash.ts';
import { type TreeView, treeAt } from '../log/tree-at.ts';

/** RFC 6962 tree over the texts of one batch's statements, held in memory: there are at most 64. */
export function batchTree(statements: readonly string[], hash: HashFunction): TreeView {
  const subtrees = new Map<string, Uint8Array>();
  const reader = (level: number, index: number): Uint8Array => subtrees.get(`${level}/${index}`) ?? new Uint8Array(0);
  statements.forEach((statement, place) => {
    for (const made of appendLeaf(place, leafHash(utf8Encode(statement), hash), reader, hash)) {
      subtrees.set(`${made.level}/${made.index}`, made.hash);
    }
  });
  return treeAt(statements.length, reader, hash);
}
