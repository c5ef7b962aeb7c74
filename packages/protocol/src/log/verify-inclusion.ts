import { equalBytes } from '../encoding/bytes.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { HASH_LENGTH, MAX_PATH_LENGTH, nodeHash } from './merkle-hash.ts';

/** The claim that `leaf` (a leaf hash) stands at `index` in the tree of `size` leaves with this `root`. */
export interface InclusionClaim {
  readonly leaf: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly path: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/**
 * Whether the path proves the claim (RFC 9162 section 2.1.3.2). Every part comes from whoever made the proof, so
 * everything is checked: a path with a hash too few or too many is no proof, nor is one for another index.
 */
export function verifyInclusion(claim: InclusionClaim, hash: HashFunction = sha256): boolean {
  const { leaf, index, size, path, root } = claim;
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false;
  if (path.length > MAX_PATH_LENGTH || !areHashes([leaf, root, ...path])) return false;
  let node = index;
  let last = size - 1;
  let computed = leaf;
  for (const sibling of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      computed = nodeHash(sibling, computed, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      computed = nodeHash(computed, sibling, hash);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(computed, root);
}

export function areHashes(hashes: readonly Uint8Array[]): boolean {
  return hashes.every((hash) => hash.length === HASH_LENGTH);
}
