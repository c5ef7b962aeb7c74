import { createHash } from 'node:crypto';
import { emptyState, stateNodeHash } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BucketRecord } from './bucket-record.ts';
import { nodeHasherOf } from './node-hasher.ts';
import { EMPTY, SubtreeStore } from './subtree-store.ts';
import { TopTree } from './top-tree.ts';

const hash = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());
const hasher = nodeHasherOf(hash);
const BITS = 3;
const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

function recordOf(prefix: number, population: 0 | 1 | 2): BucketRecord {
  const found = population === 0 ? emptyState() : hash(Uint8Array.of(prefix, population));
  return { prefix, population, hash: found };
}

/** The definition over buckets: a subtree with one leaf is that leaf. */
function naive(records: readonly BucketRecord[]): BucketRecord {
  const [first, second] = records;
  if (first === undefined) throw new RangeError('no buckets');
  if (second === undefined) return first;
  const middle = records.length / 2;
  const [left, right] = [naive(records.slice(0, middle)), naive(records.slice(middle))];
  const population = Math.min(left.population + right.population, 2) as 0 | 1 | 2;
  if (population === 0) return { prefix: 0, population, hash: emptyState() };
  if (population === 1) return left.population === 1 ? left : right;
  return { prefix: 0, population, hash: stateNodeHash(left.hash, right.hash, hash) };
}

const populations = fc.array(fc.constantFrom<(0 | 1 | 2)[]>(0, 1, 2), { minLength: 8, maxLength: 8 });

function restored(records: readonly BucketRecord[]): TopTree {
  const top = new TopTree(BITS, hasher);
  for (const record of records) top.restoreBucket(record);
  top.rehash(records.map(({ prefix }) => prefix));
  return top;
}

describe('TopTree', () => {
  it('is 32 zero bytes when no bucket has a leaf', () => {
    expect(new TopTree(BITS, hasher).root()).toEqual(emptyState());
    expect(new TopTree(BITS, hasher).hash(1)).toBeUndefined();
  });

  it('follows the definition across the borders of buckets', () => {
    fc.assert(
      fc.property(populations, (all) => {
        const records = all.map((population, prefix) => recordOf(prefix, population));
        const top = restored(records);
        expect(hex(top.root())).toBe(hex(naive(records).hash));
        expect(top.population(1)).toBe(naive(records).population);
      }),
    );
  });

  it('carries a lone leaf up to the root, and down again when a second comes', () => {
    const lone = recordOf(5, 1);
    const top = restored([lone]);
    expect(hex(top.root())).toBe(hex(lone.hash));
    const other = recordOf(4, 1);
    top.restoreBucket(other);
    top.rehash([4]);
    const together = stateNodeHash(other.hash, lone.hash, hash);
    const expected = stateNodeHash(emptyState(), stateNodeHash(together, emptyState(), hash), hash);
    expect(hex(top.root())).toBe(hex(expected));
  });

  it('ends at the same root, changed bucket by bucket or all at once', () => {
    fc.assert(
      fc.property(populations, populations, (before, after) => {
        const top = restored(before.map((population, prefix) => recordOf(prefix, population)));
        const records = after.map((population, prefix) => recordOf(prefix, population));
        for (const record of records) {
          top.restoreBucket(record);
          top.rehash([record.prefix]);
        }
        expect(hex(top.root())).toBe(hex(restored(records).root()));
      }),
    );
  });

  it('hashes each node above the changed buckets once, and none for lone leaves', () => {
    let calls = 0;
    const top = new TopTree(BITS, (input, output, offset) => {
      calls += 1;
      hasher(input, output, offset);
    });
    for (const prefix of [0, 1, 2, 3]) top.restoreBucket(recordOf(prefix, 2));
    top.rehash([0, 1, 2, 3]);
    expect(calls).toBe(2 + 1 + 1);
    calls = 0;
    top.rehash([0, 1]);
    expect(calls).toBe(1 + 1 + 1);
    calls = 0;
    const single = new TopTree(BITS, () => {
      calls += 1;
    });
    single.restoreBucket(recordOf(6, 1));
    single.rehash([6]);
    single.rehash([]);
    expect(calls).toBe(0);
  });

  it('takes a bucket from its subtree: nothing, one leaf, more', () => {
    const nodes = new SubtreeStore(hasher);
    const [one, two] = [
      nodes.makeLeaf(hash(Uint8Array.of(1)), emptyState()),
      nodes.makeLeaf(hash(Uint8Array.of(2)), emptyState()),
    ];
    const top = new TopTree(BITS, hasher);
    top.setBucket(2, nodes.join(one, two, EMPTY), nodes);
    expect(top.bucketRecord(2).population).toBe(2);
    top.setBucket(2, one, nodes);
    expect(top.bucketRecord(2)).toEqual({ prefix: 2, population: 1, hash: nodes.hash(one) });
    top.setBucket(2, EMPTY, nodes);
    expect(top.bucketRecord(2)).toEqual({ prefix: 2, population: 0, hash: emptyState() });
  });

  it('hands out copies of hashes and records', () => {
    const top = restored([recordOf(0, 2), recordOf(7, 2)]);
    const [root, record] = [top.root(), top.bucketRecord(0)];
    const kept = [hex(root), hex(record.hash)];
    top.restoreBucket(recordOf(0, 1));
    top.rehash([0]);
    expect([hex(root), hex(record.hash)]).toEqual(kept);
    expect(hex(top.root())).not.toBe(kept[0]);
  });
});
