import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Encode } from '../encoding/utf8.ts';
import { memoryTree } from './memory-tree.ts';
import { leafHash, nodeHash } from './merkle-hash.ts';
import { type InclusionClaim, verifyInclusion } from './verify-inclusion.ts';

const LARGEST = 70;
const tree = memoryTree();
for (let at = 0; at < LARGEST; at++) tree.append(leafHash(utf8Encode(`leaf ${at}`)));

function claimAt(index: number, size: number): InclusionClaim {
  const view = tree.at(size);
  return { leaf: leafHash(utf8Encode(`leaf ${index}`)), index, size, path: view.inclusionPath(index), root: view.root };
}

const claims = fc
  .integer({ min: 1, max: LARGEST })
  .chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)))
  .map(([index, size]) => claimAt(index, size));

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = bytes.slice();
  copy[bit >> 3] = (copy[bit >> 3] as number) ^ (1 << (bit & 7));
  return copy;
}

describe('verifying inclusion', () => {
  it('refuses every single flipped bit of leaf, root and path', () => {
    fc.assert(
      fc.property(claims, fc.nat(255), fc.nat(), (claim, bit, at) => {
        expect(verifyInclusion({ ...claim, leaf: flipped(claim.leaf, bit) })).toBe(false);
        expect(verifyInclusion({ ...claim, root: flipped(claim.root, bit) })).toBe(false);
        if (claim.path.length === 0) return;
        const hit = at % claim.path.length;
        const path = claim.path.map((hash, each) => (each === hit ? flipped(hash, bit) : hash));
        expect(verifyInclusion({ ...claim, path })).toBe(false);
      }),
      { seed: 11 },
    );
  });

  it('refuses every other index with the same path', () => {
    for (const size of [1, 2, 7, 8, 33, 70]) {
      const claim = claimAt(Math.floor(size / 2), size);
      for (let index = -1; index <= size; index++) {
        expect(verifyInclusion({ ...claim, index })).toBe(index === claim.index);
      }
    }
  });

  it('refuses a path with a hash too few, too many, twice, or in another order', () => {
    fc.assert(
      fc.property(claims, fc.nat(), (claim, at) => {
        const { path, root } = claim;
        expect(verifyInclusion({ ...claim, path: [...path, root] })).toBe(false);
        expect(verifyInclusion({ ...claim, path: [root, ...path] })).toBe(false);
        if (path.length === 0) return;
        const hit = at % path.length;
        expect(verifyInclusion({ ...claim, path: path.toSpliced(hit, 1) })).toBe(false);
        expect(verifyInclusion({ ...claim, path: path.toSpliced(hit, 0, path[hit] as Uint8Array) })).toBe(false);
        if (path.length > 1) expect(verifyInclusion({ ...claim, path: path.toReversed() })).toBe(false);
      }),
      { seed: 12 },
    );
  });

  it('refuses a size that gives the index another place', () => {
    // Sizes that share the shape of the way up are told apart by the root, which the log signs with the size.
    const claim = claimAt(3, 70);
    for (const size of [0, 1, 2, 3, 4, 8, 63, 64, 256, 2 ** 40])
      expect(verifyInclusion({ ...claim, size })).toBe(false);
  });

  it('refuses an inner node shown as a leaf at a lesser depth', () => {
    const [a, b, c, d] = [0, 1, 2, 3].map((at) => leafHash(utf8Encode(`leaf ${at}`))) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ];
    const left = nodeHash(a, b);
    const claim = { leaf: left, index: 0, size: 4, path: [nodeHash(c, d)], root: tree.at(4).root };
    expect(verifyInclusion(claim)).toBe(false);
    expect(verifyInclusion({ ...claim, size: 2 })).toBe(true);
  });

  it('refuses a path longer than the tree is deep, even under a root made to fit', () => {
    const leaf = leafHash(utf8Encode('leaf 0'));
    const beside = leafHash(utf8Encode('beside'));
    const root = nodeHash(beside, leaf);
    expect(verifyInclusion({ leaf, index: 0, size: 1, path: [beside], root })).toBe(false);
    expect(verifyInclusion({ leaf, index: 1, size: 2, path: [beside], root })).toBe(true);
    expect(verifyInclusion({ leaf, index: 0, size: 1, path: [], root: leaf })).toBe(true);
  });

  it('refuses hashes of another length, even when they concatenate to the same bytes', () => {
    const claim = claimAt(5, 8);
    const [first, ...rest] = claim.path as [Uint8Array, ...Uint8Array[]];
    expect(verifyInclusion({ ...claim, path: [first.subarray(0, 31), ...rest] })).toBe(false);
    expect(verifyInclusion({ ...claim, path: [new Uint8Array([...first, 0]), ...rest] })).toBe(false);
    expect(verifyInclusion({ ...claim, leaf: new Uint8Array(0) })).toBe(false);
    expect(verifyInclusion({ ...claim, root: new Uint8Array(0) })).toBe(false);
  });

  it('refuses numbers that are no index or size', () => {
    const claim = claimAt(0, 1);
    for (const wrong of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(verifyInclusion({ ...claim, index: wrong })).toBe(false);
      expect(verifyInclusion({ ...claim, size: wrong })).toBe(false);
    }
    expect(verifyInclusion({ ...claim, size: 0 })).toBe(false);
  });

  it('does no more work than a tree can be deep, however long the path', () => {
    const claim = claimAt(0, 1);
    let hashed = 0;
    const path = Array.from({ length: 100_000 }, () => claim.root);
    const verdict = verifyInclusion({ ...claim, size: 2 ** 52, path }, (bytes) => {
      hashed += 1;
      return bytes.slice(0, 32);
    });
    expect({ verdict, hashed }).toEqual({ verdict: false, hashed: 0 });
  });
});
