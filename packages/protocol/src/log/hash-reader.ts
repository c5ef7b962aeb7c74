/**
 * Reads the hash of a complete subtree: `level` is log2 of its leaves, `index` its place among the subtrees of that
 * level, so it covers the leaves [index · 2^level, (index + 1) · 2^level). Throws for what it does not have.
 */
export type HashReader = (level: number, index: number) => Uint8Array;
