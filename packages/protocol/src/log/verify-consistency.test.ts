import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../encoding/sha256.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { memoryTree } from './memory-tree.ts';
import { emptyRoot, leafHash, nodeHash } from './merkle-hash.ts';
import { type ConsistencyClaim, verifyConsistency } from './verify-consistency.ts';

const LARGEST = 70;
const tree = memoryTree();
for (let at = 0; at < LARGEST; at++) tree.append(leafHash(utf8Encode(`leaf ${at}`)));
const someHash = sha256(utf8Encode('some hash'));

function claimAt(oldSize: number, newSize: number): ConsistencyClaim {
  const newer = tree.at(newSize);
  const { root: oldRoot } = tree.at(oldSize);
  return { oldSize, oldRoot, newSize, newRoot: newer.root, path: newer.consistencyPath(oldSize) };
}

const claims = fc
  .integer({ min: 1, max: LARGEST })
  .chain((newSize) => fc.tuple(fc.integer({ min: 1, max: newSize }), fc.constant(newSize)))
  .map(([oldSize, newSize]) => claimAt(oldSize, newSize));

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

describe('verifying consistency', () => {
  it('refuses every single flipped bit of roots and path', () => {
    fc.assert(
      fc.property(claims, fc.nat(255), fc.nat(), (claim, bit, at) => {
        expect(verifyConsistency({ ...claim, oldRoot: flipped(claim.oldRoot, bit) })).toBe(false);
        expect(verifyConsistency({ ...claim, newRoot: flipped(claim.newRoot, bit) })).toBe(false);
        if (claim.path.length === 0) return;
        const hit = at % claim.path.length;
        const path = claim.path.map((hash, each) => (each === hit ? flipped(hash, bit) : hash));
        expect(verifyConsistency({ ...claim, path })).toBe(false);
      }),
      { seed: 21 },
    );
  });

  it('refuses a path with a hash too few, too many, or in another order', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (claim, at) => {
        const { path, oldRoot, newRoot } = claim;
        for (const more of [oldRoot, newRoot, someHash]) {
          expect(verifyConsistency({ ...claim, path: [...path, more] })).toBe(false);
          expect(verifyConsistency({ ...claim, path: [more, ...path] })).toBe(false);
        }
        if (path.length === 0) return;
        expect(verifyConsistency({ ...claim, path: path.toSpliced(at % path.length, 1) })).toBe(false);
        if (path.length > 1) expect(verifyConsistency({ ...claim, path: path.toReversed() })).toBe(false);
      }),
      { seed: 22 },
    );
  });

  it('refuses the roots of two histories that part before the old size', () => {
    const other = memoryTree();
    for (let at = 0; at < LARGEST; at++) other.append(leafHash(utf8Encode(at === 3 ? 'rewritten' : `leaf ${at}`)));
    for (const [oldSize, newSize] of [
      [4, 9],
      [8, 70],
      [33, 64],
    ] as const) {
      const claim = claimAt(oldSize, newSize);
      expect(verifyConsistency({ ...claim, newRoot: other.at(newSize).root })).toBe(false);
      const path = other.at(newSize).consistencyPath(oldSize);
      expect(verifyConsistency({ ...claim, newRoot: other.at(newSize).root, path })).toBe(false);
    }
  });

  it('refuses the roots of two sizes the wrong way round', () => {
    const claim = claimAt(6, 13);
    expect(verifyConsistency({ ...claim, oldSize: 13, newSize: 6 })).toBe(false);
    expect(verifyConsistency({ ...claim, oldRoot: claim.newRoot, newRoot: claim.oldRoot })).toBe(false);
  });

  it('refuses other sizes with the same path', () => {
    const claim = claimAt(6, 13);
    for (const oldSize of [0, 1, 2, 3, 4, 5, 7, 8, 12, 13]) {
      expect(verifyConsistency({ ...claim, oldSize })).toBe(false);
    }
    for (const newSize of [0, 6, 7, 8, 26, 2 ** 40]) expect(verifyConsistency({ ...claim, newSize })).toBe(false);
  });

  it('takes two equal sizes only with equal roots and no path', () => {
    const { root } = tree.at(5);
    const same = { oldSize: 5, oldRoot: root, newSize: 5, newRoot: root, path: [] };
    expect(verifyConsistency(same)).toBe(true);
    expect(verifyConsistency({ ...same, newRoot: someHash })).toBe(false);
    expect(verifyConsistency({ ...same, path: [root] })).toBe(false);
  });

  it('takes the empty tree before any other, with its one root and no path', () => {
    const claim = { oldSize: 0, oldRoot: emptyRoot(), newSize: 7, newRoot: tree.at(7).root, path: [] };
    expect(verifyConsistency(claim)).toBe(true);
    expect(verifyConsistency({ ...claim, oldRoot: someHash })).toBe(false);
    expect(verifyConsistency({ ...claim, path: [someHash] })).toBe(false);
    expect(verifyConsistency({ ...claim, newSize: 0, newRoot: someHash })).toBe(false);
    expect(verifyConsistency({ ...claim, newSize: 0, newRoot: emptyRoot() })).toBe(true);
  });

  it('refuses a growth by nothing, when the old size is a power of two and the path is missing', () => {
    for (const oldSize of [1, 2, 4, 8, 16, 32, 64]) {
      const claim = claimAt(oldSize, 70);
      expect(verifyConsistency({ ...claim, path: [] })).toBe(false);
      expect(verifyConsistency({ ...claim, newRoot: claim.oldRoot, path: [] })).toBe(false);
    }
  });

  it('refuses a path longer than the tree is deep, even under roots made to fit', () => {
    const { oldRoot, newRoot, path, ...sizes } = claimAt(3, 4);
    const longer = { ...sizes, path: [...path, someHash] };
    const fitted = { oldRoot: nodeHash(someHash, oldRoot), newRoot: nodeHash(someHash, newRoot) };
    expect(verifyConsistency({ ...longer, ...fitted })).toBe(false);
  });

  it('refuses numbers that are no size, and hashes of another length', () => {
    const claim = claimAt(6, 13);
    for (const wrong of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(verifyConsistency({ ...claim, oldSize: wrong })).toBe(false);
      expect(verifyConsistency({ ...claim, newSize: wrong })).toBe(false);
    }
    expect(verifyConsistency({ ...claim, oldRoot: claim.oldRoot.subarray(1) })).toBe(false);
    expect(verifyConsistency({ ...claim, path: claim.path.map((hash) => hash.subarray(1)) })).toBe(false);
  });
});
