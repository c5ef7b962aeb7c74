import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Decode } from '../encoding/base64.ts';
import { hexDecode, hexEncode } from '../encoding/hex.ts';
import { sha256 } from '../encoding/sha256.ts';
import { utf8Encode } from '../encoding/utf8.ts';
import { memoryTree } from './memory-tree.ts';
import { emptyRoot, leafHash, nodeHash } from './merkle-hash.ts';
import { consistencyPath, inclusionPath, rootFromReader } from './merkle-paths.ts';
import { treeAt } from './tree-at.ts';
import { verifyConsistency } from './verify-consistency.ts';
import { verifyInclusion } from './verify-inclusion.ts';

interface Vectors {
  leaves: string[];
  leafHashes: string[];
  roots: string[];
  inclusion: { index: number; size: number; path: string[] }[];
  consistency: { oldSize: number; newSize: number; path: string[] }[];
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/merkle/${name}.json`, import.meta.url), 'utf8')) as Vectors;
const code = (expected: string) => expect.objectContaining({ code: expected });

const LARGEST = 70;
const tree = memoryTree();
const leaves = Array.from({ length: LARGEST }, (_, at) => leafHash(utf8Encode(`leaf ${at}`)));
for (const leaf of leaves) tree.append(leaf);
const leafAt = (index: number) => leaves[index] as Uint8Array;

/** MTH of RFC 6962 section 2.1, written as it stands there. */
function definition(from: number, to: number): Uint8Array {
  if (to === from) return emptyRoot();
  if (to - from === 1) return leafAt(from);
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return nodeHash(definition(from, from + split), definition(from + split, to));
}

/** PATH of RFC 6962 section 2.1.1, likewise. */
function pathByDefinition(index: number, from: number, to: number): Uint8Array[] {
  if (to - from === 1) return [];
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return index < split
    ? [...pathByDefinition(index, from, from + split), definition(from + split, to)]
    : [...pathByDefinition(index - split, from + split, to), definition(from, from + split)];
}

/** SUBPROOF of RFC 6962 section 2.1.2, likewise. */
function subproof(old: number, from: number, to: number, known: boolean): Uint8Array[] {
  if (old === to - from) return known ? [] : [definition(from, to)];
  let split = 1;
  while (split * 2 < to - from) split *= 2;
  return old <= split
    ? [...subproof(old, from, from + split, known), definition(from + split, to)]
    : [...subproof(old - split, from + split, to, false), definition(from, from + split)];
}

describe('the tree at a size', () => {
  it('has the root of the definition, for every size up to 70', () => {
    for (let size = 0; size <= LARGEST; size++) expect(tree.at(size).root).toEqual(definition(0, size));
  });

  it('proves every leaf of every size up to 70, by the path of the definition', () => {
    for (let size = 1; size <= LARGEST; size++) {
      const view = tree.at(size);
      for (let index = 0; index < size; index++) {
        const path = view.inclusionPath(index);
        if (size % 7 === 0) expect(path).toEqual(pathByDefinition(index, 0, size));
        expect(verifyInclusion({ leaf: leafAt(index), index, size, path, root: view.root })).toBe(true);
      }
    }
  });

  it('proves every pair of sizes up to 70, by the path of the definition', () => {
    for (let newSize = 0; newSize <= LARGEST; newSize++) {
      const view = tree.at(newSize);
      for (let oldSize = 0; oldSize <= newSize; oldSize++) {
        const path = view.consistencyPath(oldSize);
        if (oldSize > 0 && newSize % 7 === 0) expect(path).toEqual(subproof(oldSize, 0, newSize, true));
        const oldRoot = tree.at(oldSize).root;
        expect(verifyConsistency({ oldSize, oldRoot, newSize, newRoot: view.root, path })).toBe(true);
      }
    }
  });

  it('gives the published paths and roots of the tree of eight leaves', () => {
    const vectors = read('transparency-dev');
    const eight = memoryTree();
    for (const leaf of vectors.leaves) eight.append(leafHash(hexDecode(leaf)));
    vectors.roots.forEach((root, size) => {
      expect(hexEncode(eight.at(size).root)).toBe(root);
    });
    for (const { index, size, path } of vectors.inclusion) {
      expect(eight.at(size).inclusionPath(index).map(hexEncode)).toEqual(path);
    }
    for (const { oldSize, newSize, path } of vectors.consistency) {
      expect(eight.at(newSize).consistencyPath(oldSize).map(hexEncode)).toEqual(path);
    }
  });

  it("gives the paths and roots of Go's sumdb/tlog", () => {
    const vectors = read('go-sumdb-tlog');
    expect(leaves.slice(0, 40)).toEqual(vectors.leafHashes.map(base64Decode));
    vectors.roots.forEach((root, size) => {
      expect(tree.at(size).root).toEqual(base64Decode(root));
    });
    for (const { index, size, path } of vectors.inclusion) {
      expect(tree.at(size).inclusionPath(index)).toEqual(path.map(base64Decode));
    }
    for (const { oldSize, newSize, path } of vectors.consistency) {
      expect(tree.at(newSize).consistencyPath(oldSize)).toEqual(path.map(base64Decode));
    }
    expect(vectors.inclusion.length + vectors.consistency.length).toBeGreaterThan(100);
  });

  it('hashes its right edge once, and nothing more for any number of paths', () => {
    let hashed = 0;
    const view = treeAt(LARGEST, tree.reader, (bytes) => {
      hashed += 1;
      return sha256(bytes);
    });
    const before = hashed;
    for (let index = 0; index < LARGEST; index++) view.inclusionPath(index);
    for (let oldSize = 0; oldSize <= LARGEST; oldSize++) view.consistencyPath(oldSize);
    expect({ before, after: hashed }).toEqual({ before: 2, after: 2 });
  });

  it('reads only complete subtrees, so that a growing log can be read at an older size', () => {
    const size = 45;
    const seen: [number, number][] = [];
    const view = treeAt(size, (level, index) => {
      seen.push([level, index]);
      return tree.reader(level, index);
    });
    for (let index = 0; index < size; index++) view.inclusionPath(index);
    for (let oldSize = 0; oldSize <= size; oldSize++) view.consistencyPath(oldSize);
    expect(seen.every(([level, index]) => (index + 1) * 2 ** level <= size)).toBe(true);
  });

  it('works at sizes past 2^32, where 32-bit arithmetic would go wrong', () => {
    const same = sha256(utf8Encode('every subtree of this level'));
    const reader = (level: number, index: number) => sha256(utf8Encode(`${level}/${index}`));
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (a, b) => {
        const size = Math.max(a, b, 1);
        const index = Math.min(a, b, size - 1);
        const asked: [number, number][] = [];
        const view = treeAt(size, (level, at) => {
          asked.push([level, at]);
          return reader(level, at);
        });
        view.inclusionPath(index);
        view.consistencyPath(index);
        expect(asked.every(([level, at]) => Number.isSafeInteger(at) && (at + 1) * 2 ** level <= size)).toBe(true);
        expect(same.length).toBe(32);
      }),
      { numRuns: 50, seed: 1 },
    );
  });

  it('refuses an index outside the tree, a size above it, and what is no size at all', () => {
    const view = tree.at(10);
    for (const index of [-1, 10, 1.5, Number.NaN, 2 ** 53]) {
      expect(() => view.inclusionPath(index)).toThrow(code('merkle-range'));
    }
    for (const oldSize of [-1, 11, 0.5, Number.NaN]) {
      expect(() => view.consistencyPath(oldSize)).toThrow(code('merkle-range'));
    }
    for (const size of [-1, 0.5, Number.NaN, 2 ** 53]) {
      expect(() => treeAt(size, tree.reader)).toThrow(code('merkle-range'));
    }
    expect(() => tree.at(0).inclusionPath(0)).toThrow(code('merkle-range'));
  });

  it('gives single paths and roots the short way too', () => {
    const source = { size: 13, reader: tree.reader };
    expect(rootFromReader(13, tree.reader)).toEqual(tree.at(13).root);
    expect(inclusionPath(7, source)).toEqual(tree.at(13).inclusionPath(7));
    expect(consistencyPath(7, source)).toEqual(tree.at(13).consistencyPath(7));
  });
});

describe('a tree in memory', () => {
  it('counts its leaves and looks back to any earlier size', () => {
    const small = memoryTree();
    const roots = [small.at().root];
    for (const leaf of leaves.slice(0, 9)) {
      small.append(leaf);
      roots.push(small.at().root);
    }
    expect(small.size).toBe(9);
    roots.forEach((root, size) => {
      expect(small.at(size).root).toEqual(root);
    });
  });

  it('refuses a size it has not reached', () => {
    const small = memoryTree();
    small.append(leafAt(0));
    expect(() => small.at(2)).toThrow(code('merkle-range'));
    expect(() => small.reader(0, 1)).toThrow(code('merkle-range'));
  });
});
