import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hexDecode, hexEncode } from '../encoding/hex.ts';
import { sha256 } from '../encoding/sha256.ts';
import { emptyRoot, isEmptyRoot, leafHash, nodeHash } from './merkle-hash.ts';

const vectors = JSON.parse(
  readFileSync(new URL('../../../../vectors/merkle/transparency-dev.json', import.meta.url), 'utf8'),
) as { leaves: string[]; nodes: string[][] };

describe('hashes of the Merkle tree', () => {
  it('the empty tree has the hash of nothing', () => {
    expect(emptyRoot()).toEqual(sha256(new Uint8Array(0)));
    expect(isEmptyRoot(emptyRoot())).toBe(true);
    expect(isEmptyRoot(new Uint8Array(32))).toBe(false);
  });

  it('nobody can change the empty root for others', () => {
    emptyRoot().fill(0);
    expect(isEmptyRoot(emptyRoot())).toBe(true);
  });

  it('leaves and nodes hash as in the published tree of eight leaves', () => {
    expect(vectors.leaves.map((leaf) => hexEncode(leafHash(hexDecode(leaf))))).toEqual(vectors.nodes[0]);
    for (let level = 1; level < vectors.nodes.length; level++) {
      const below = (vectors.nodes[level - 1] ?? []).map(hexDecode);
      const made = (vectors.nodes[level] ?? []).map((_, at) => hexEncode(nodeHash(below[2 * at]!, below[2 * at + 1]!)));
      expect(made).toEqual(vectors.nodes[level]);
    }
  });

  it('a leaf that looks like a node has another hash than the node', () => {
    const left = sha256(Uint8Array.of(1));
    const right = sha256(Uint8Array.of(2));
    const asLeaf = new Uint8Array([...left, ...right]);
    expect(leafHash(asLeaf)).not.toEqual(nodeHash(left, right));
  });

  it('another implementation of SHA-256 can be passed in', () => {
    let calls = 0;
    const counted = (bytes: Uint8Array) => {
      calls += 1;
      return sha256(bytes);
    };
    expect(nodeHash(leafHash(new Uint8Array(0), counted), emptyRoot(), counted)).toEqual(
      nodeHash(leafHash(new Uint8Array(0)), emptyRoot()),
    );
    expect(calls).toBe(2);
  });
});
