import type { HashReader } from '@minglu/protocol';
import { equalBytes, treeAt, verifyConsistency } from '@minglu/protocol';

export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

export type Comparison =
  | { readonly kind: 'consistent' }
  /** The newer tree provably begins with `provenRoot` at the older size, which is not what was signed there. */
  | { readonly kind: 'rewrite'; readonly provenRoot: Uint8Array; readonly provenProof: readonly Uint8Array[] }
  | { readonly kind: 'fork' }
  /** The hashes handed out do not even make the newer root: nothing is known about the older one. */
  | { readonly kind: 'unreadable' };

/**
 * Whether the newer tree begins with the older one, computed from the newer tree's own hashes. No proof is asked of
 * the log, so a contradiction found here convicts: the newer root commits to exactly one root at the older size.
 */
export function compareTrees(older: TreeHead, newer: TreeHead, reader: HashReader): Comparison {
  if (older.size === newer.size) return { kind: equalBytes(older.root, newer.root) ? 'consistent' : 'fork' };
  const tree = treeAt(newer.size, reader);
  if (!equalBytes(tree.root, newer.root)) return { kind: 'unreadable' };
  const path = tree.consistencyPath(older.size);
  const claim = { oldSize: older.size, newSize: newer.size, newRoot: newer.root, path };
  if (verifyConsistency({ ...claim, oldRoot: older.root })) return { kind: 'consistent' };
  const provenRoot = treeAt(older.size, reader).root;
  if (!verifyConsistency({ ...claim, oldRoot: provenRoot })) return { kind: 'unreadable' };
  return { kind: 'rewrite', provenRoot, provenProof: path };
}
