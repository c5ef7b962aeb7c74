import type { HashFunction } from '@minglu/protocol';

/**
 * SHA-256 of exactly 65 bytes, written to `output` at `offset`. The seam for hosts with something faster than a hash
 * function that allocates: these calls are nearly all of what the tree costs.
 */
export type NodeHasher = (input: Uint8Array, output: Uint8Array, offset: number) => void;

export function nodeHasherOf(hash: HashFunction): NodeHasher {
  return (input, output, offset) => output.set(hash(input), offset);
}
