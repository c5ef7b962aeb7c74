import { createHash } from 'node:crypto';
import { emptyState, stateLeafHash, stateNodeHash } from '@minglu/protocol';
import { beforeEach, describe, expect, it } from 'vitest';
import { nodeHasherOf } from './node-hasher.ts';
import { EMPTY, SubtreeStore } from './subtree-store.ts';

const hash = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());
const filled = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

const leafHashOf = (byte: number) => stateLeafHash(filled(byte), filled(byte + 100), hash);

describe('SubtreeStore', () => {
  let calls = 0;
  let nodes: SubtreeStore;
  const counting = nodeHasherOf((bytes) => {
    calls += 1;
    return hash(bytes);
  });
  const leaf = (byte: number) => nodes.makeLeaf(filled(byte), filled(byte + 100));

  beforeEach(() => {
    calls = 0;
    nodes = new SubtreeStore(counting);
  });

  it('hashes a leaf as the format says and gives it back', () => {
    const ref = leaf(1);
    expect(ref).toBeLessThan(0);
    expect(hex(nodes.hash(ref))).toBe(hex(leafHashOf(1)));
    expect(nodes.leaf(ref)).toEqual({ path: filled(1), valueHash: filled(101) });
    expect(nodes.hasPath(ref, filled(1))).toBe(true);
    expect(nodes.hasPath(ref, filled(2))).toBe(false);
  });

  it('tells paths apart by their last byte', () => {
    const other = filled(1);
    other[31] = 2;
    expect(nodes.hasPath(leaf(1), other)).toBe(false);
  });

  it('hashes a leaf anew when its value changes', () => {
    const ref = leaf(1);
    nodes.setValueHash(ref, filled(9));
    expect(hex(nodes.hash(ref))).toBe(hex(stateLeafHash(filled(1), filled(9), hash)));
  });

  it('hashes a node of two leaves, and of an empty half and two leaves', () => {
    const node = nodes.join(leaf(1), leaf(2), EMPTY);
    const expected = stateNodeHash(leafHashOf(1), leafHashOf(2), hash);
    expect(hex(nodes.hash(node))).toBe(hex(expected));
    const above = nodes.join(EMPTY, node, EMPTY);
    expect(hex(nodes.hash(above))).toBe(hex(stateNodeHash(emptyState(), expected, hash)));
    const other = nodes.join(node, EMPTY, EMPTY);
    expect(hex(nodes.hash(other))).toBe(hex(stateNodeHash(expected, emptyState(), hash)));
  });

  it('leaves no trace of an earlier hash where a half is empty', () => {
    nodes.join(leaf(1), leaf(2), EMPTY);
    const node = nodes.join(leaf(3), leaf(4), EMPTY);
    const above = nodes.join(EMPTY, node, EMPTY);
    const expected = stateNodeHash(emptyState(), stateNodeHash(leafHashOf(3), leafHashOf(4), hash), hash);
    expect(hex(nodes.hash(above))).toBe(hex(expected));
  });

  it('moves a lone leaf up without hashing, from either side', () => {
    const ref = leaf(1);
    calls = 0;
    expect(nodes.join(ref, EMPTY, EMPTY)).toBe(ref);
    expect(nodes.join(EMPTY, ref, EMPTY)).toBe(ref);
    expect(nodes.join(EMPTY, EMPTY, EMPTY)).toBe(EMPTY);
    expect(calls).toBe(0);
  });

  it('has no hash for nothing', () => {
    expect(nodes.hash(EMPTY)).toBeUndefined();
  });

  it('reuses the node that stood there, and gives it back when a leaf takes its place', () => {
    const [one, two, three] = [leaf(1), leaf(2), leaf(3)];
    const node = nodes.join(one, two, EMPTY);
    const bytes = nodes.liveBytes;
    expect(nodes.join(one, three, node)).toBe(node);
    expect([nodes.left(node), nodes.right(node)]).toEqual([one, three]);
    expect(nodes.liveBytes).toBe(bytes);
    expect(nodes.join(one, EMPTY, node)).toBe(one);
    expect(nodes.liveBytes).toBeLessThan(bytes);
  });

  it('gives back a whole subtree', () => {
    const node = nodes.join(nodes.join(leaf(1), leaf(2), EMPTY), nodes.join(EMPTY, leaf(3), EMPTY), EMPTY);
    const before = nodes.liveBytes;
    expect(before).toBeGreaterThan(0);
    nodes.release(node);
    expect(nodes.liveBytes).toBe(0);
    nodes.release(EMPTY);
    expect(nodes.liveBytes).toBe(0);
  });

  it('reads the bits of a leaf’s path', () => {
    const path = new Uint8Array(32);
    path.set([0b0100_0000]);
    path[31] = 1;
    const ref = nodes.makeLeaf(path, filled(1));
    expect([0, 1, 2, 254, 255].map((depth) => nodes.bit(ref, depth))).toEqual([0, 1, 0, 0, 1]);
  });

  it('hands out copies: whoever keeps a hash keeps it', () => {
    const ref = leaf(1);
    const kept = nodes.hash(ref);
    nodes.setValueHash(ref, filled(50));
    expect(hex(kept)).toBe(hex(leafHashOf(1)));
  });
});
