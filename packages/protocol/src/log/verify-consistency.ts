import { equalBytes } from '../encoding/bytes.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { isEmptyRoot, MAX_PATH_LENGTH, nodeHash } from './merkle-hash.ts';
import { areHashes } from './verify-inclusion.ts';

/** The claim that the tree of `newSize` leaves begins with the leaves of the tree of `oldSize`. */
export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
  readonly path: readonly Uint8Array[];
}

/**
 * Whether the path proves the claim (RFC 9162 section 2.1.4.2). Two trees of one size need equal roots and no path;
 * the tree of no leaves begins every tree, needs no path, and has one root only.
 */
export function verifyConsistency(claim: ConsistencyClaim, hash: HashFunction = sha256): boolean {
  const { oldSize, oldRoot, newSize, newRoot, path } = claim;
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(newSize) || oldSize < 0 || oldSize > newSize)
    return false;
  if (path.length > MAX_PATH_LENGTH + 1 || !areHashes([oldRoot, newRoot, ...path])) return false;
  if (oldSize === 0 && !isEmptyRoot(oldRoot)) return false;
  if (oldSize === newSize) return path.length === 0 && equalBytes(oldRoot, newRoot);
  if (oldSize === 0) return path.length === 0;
  return walkPath(claim, hash);
}

function walkPath({ oldSize, oldRoot, newSize, newRoot, path }: ConsistencyClaim, hash: HashFunction): boolean {
  let node = oldSize - 1;
  let last = newSize - 1;
  while (node % 2 === 1) {
    node = (node - 1) / 2;
    last = Math.floor(last / 2);
  }
  // When the old size is a power of two, its root is itself the subtree that the path starts from.
  const [start, ...rest] = node === 0 ? [oldRoot, ...path] : path;
  if (start === undefined) return false;
  let older = start;
  let newer = start;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = nodeHash(sibling, older, hash);
      newer = nodeHash(sibling, newer, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      newer = nodeHash(newer, sibling, hash);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(older, oldRoot) && equalBytes(newer, newRoot);
}
