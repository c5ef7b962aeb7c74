import { createHash } from 'node:crypto';

/**
 * The cases that a checkpoint's root draws: those whose hash with the root is least. Whoever has the list of decided cases
 * and the root draws the same, and nobody chose.
 * @param root of the checkpoint, 32 bytes
 */
export const drawCases = (root: Uint8Array, cases: readonly string[], count: number): readonly string[] =>
  cases
    .map((id) => ({
      id,
      rank: createHash('sha256').update('minglu audit sample v0\n').update(root).update(id).digest('hex'),
    }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .map(({ id }) => id);
