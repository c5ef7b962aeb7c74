import { emptyState, stateBit, stateLeafHash, stateNodeHash, statePath, stateValueHash } from '../state-hash.ts';
import type { StateProof } from '../state-proof.ts';

// Material of tests: the state tree written as its definition stands, slow and plain.

interface Leaf {
  readonly path: Uint8Array;
  readonly valueHash: Uint8Array;
}

function leavesOf(values: ReadonlyMap<string, string>): Leaf[] {
  return [...values].map(([key, value]) => ({ path: statePath(key), valueHash: stateValueHash(value) }));
}

function subtree(leaves: readonly Leaf[], depth: number): Uint8Array {
  const [first, second] = leaves;
  if (first === undefined) return emptyState();
  if (second === undefined) return stateLeafHash(first.path, first.valueHash);
  return stateNodeHash(subtree(side(leaves, depth, 0), depth + 1), subtree(side(leaves, depth, 1), depth + 1));
}

function side(leaves: readonly Leaf[], depth: number, bit: 0 | 1): Leaf[] {
  return leaves.filter(({ path }) => stateBit(path, depth) === bit);
}

export function referenceRoot(values: ReadonlyMap<string, string>): Uint8Array {
  return subtree(leavesOf(values), 0);
}

export function referenceProof(values: ReadonlyMap<string, string>, key: string): StateProof {
  const path = statePath(key);
  const siblings: (Uint8Array | undefined)[] = [];
  let leaves = leavesOf(values);
  for (let depth = 0; leaves.length > 1; depth++) {
    const bit = stateBit(path, depth);
    const beside = side(leaves, depth, bit === 0 ? 1 : 0);
    siblings.push(beside.length === 0 ? undefined : subtree(beside, depth + 1));
    leaves = side(leaves, depth, bit);
  }
  const [last] = leaves;
  const proof = { depth: siblings.length, siblings };
  if (last === undefined || last.path.every((byte, at) => byte === path[at])) return proof;
  return { ...proof, other: last };
}
