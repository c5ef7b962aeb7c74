import { equalBytes } from '../encoding/bytes.ts';
import { type HashFunction, sha256 } from '../encoding/sha256.ts';
import { areHashes } from '../log/verify-inclusion.ts';
import {
  emptyState,
  STATE_DEPTH,
  stateBit,
  stateLeafHash,
  stateNodeHash,
  statePath,
  stateValueHash,
} from './state-hash.ts';
import type { StateProof } from './state-proof.ts';

/** The claim that under `root` the key has this value text, or (null) stands nowhere. */
export interface StateClaim {
  readonly root: Uint8Array;
  readonly key: string;
  readonly value: string | null;
  readonly proof: StateProof;
}

/**
 * Whether the proof proves the claim. Every subtree of the real tree has one shape (a single leaf stands as high as
 * it can), so a proof in any other shape is refused before anything is hashed.
 */
export function verifyStateProof({ root, key, value, proof }: StateClaim, hash: HashFunction = sha256): boolean {
  if (!isWellShaped(proof) || root.length !== 32) return false;
  const path = statePath(key, hash);
  let computed = value === null ? absentHash(path, proof, hash) : presentHash(path, value, proof, hash);
  if (computed === undefined) return false;
  for (let depth = proof.depth - 1; depth >= 0; depth--) {
    const sibling = proof.siblings[depth] ?? emptyState();
    const right = stateBit(path, depth) === 1;
    computed = right ? stateNodeHash(sibling, computed, hash) : stateNodeHash(computed, sibling, hash);
  }
  return equalBytes(computed, root);
}

/** The lowest sibling is never empty: a leaf, or an empty place, beside an empty place would stand one level higher. */
function isWellShaped({ depth, siblings, other }: StateProof): boolean {
  if (!Number.isInteger(depth) || depth < 0 || depth > STATE_DEPTH || siblings.length !== depth) return false;
  if (depth > 0 && siblings[depth - 1] === undefined) return false;
  const hashes = siblings.filter((sibling) => sibling !== undefined);
  return areHashes(other === undefined ? hashes : [...hashes, other.path, other.valueHash]);
}

function presentHash(
  path: Uint8Array,
  value: string,
  { other }: StateProof,
  hash: HashFunction,
): Uint8Array | undefined {
  return other === undefined ? stateLeafHash(path, stateValueHash(value, hash), hash) : undefined;
}

/** An empty place, or another leaf that is alone where the key would be: it must share the way there and not be the key. */
function absentHash(path: Uint8Array, { depth, other }: StateProof, hash: HashFunction): Uint8Array | undefined {
  if (other === undefined) return emptyState();
  if (equalBytes(other.path, path)) return undefined;
  for (let bit = 0; bit < depth; bit++) if (stateBit(other.path, bit) !== stateBit(path, bit)) return undefined;
  return stateLeafHash(other.path, other.valueHash, hash);
}
