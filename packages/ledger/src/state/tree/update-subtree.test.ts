import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitAt, ChangeBatch } from './change-batch.ts';
import { nodeHasherOf } from './node-hasher.ts';
import type { StateTreeChange } from './state-leaf.ts';
import { EMPTY, type SubtreeRef, SubtreeStore } from './subtree-store.ts';
import { SubtreeUpdate } from './update-subtree.ts';

const hash = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

function pathOf(first: number, second = 0, last = 0): Uint8Array {
  const path = new Uint8Array(32);
  path.set([first, second]);
  path[31] = last;
  return path;
}

class Subject {
  calls = 0;
  readonly nodes = new SubtreeStore(
    nodeHasherOf((bytes) => {
      this.calls += 1;
      return hash(bytes);
    }),
  );
  root: SubtreeRef = EMPTY;

  apply(changes: readonly StateTreeChange[]): void {
    const batch = new ChangeBatch(changes);
    this.root = new SubtreeUpdate(this.nodes, batch).apply(this.root, { low: 0, high: batch.length, depth: 0 });
  }

  /** Path of every leaf with the depth it stands at; checks that it stands on its path. */
  leaves(ref = this.root, depth = 0, sides: readonly number[] = []): Map<string, number> {
    if (ref === EMPTY) return new Map();
    if (ref > 0) {
      const left = this.leaves(this.nodes.left(ref), depth + 1, [...sides, 0]);
      return new Map([...left, ...this.leaves(this.nodes.right(ref), depth + 1, [...sides, 1])]);
    }
    const { path } = this.nodes.leaf(ref);
    for (const [at, side] of sides.entries()) expect(bitAt(path, at)).toBe(side);
    return new Map([[hex(path), depth]]);
  }
}

const value = (byte: number) => new Uint8Array(32).fill(byte);
const path = fc
  .tuple(fc.constantFrom(0, 1, 0x40, 0x80, 0xff), fc.constantFrom(0, 0x80), fc.constantFrom(0, 1))
  .map(([first, second, last]) => pathOf(first, second, last));
const change: fc.Arbitrary<StateTreeChange> = fc.tuple(
  path,
  fc.option(fc.nat({ max: 3 }).map(value), { nil: null, freq: 3 }),
);

/** Depth at which a path parts from every other: where its leaf stands alone. */
function loneDepth(one: string, all: readonly string[]): number {
  const depths = all.filter((other) => other !== one).map((other) => commonBits(one, other) + 1);
  return Math.max(0, ...depths);
}

function commonBits(a: string, b: string): number {
  const [left, right] = [Buffer.from(a, 'hex'), Buffer.from(b, 'hex')];
  let depth = 0;
  while (depth < 256 && bitAt(left, depth) === bitAt(right, depth)) depth += 1;
  return depth;
}

describe('SubtreeUpdate', () => {
  it('has each leaf on its path, as high as it stands alone', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 10 }), { maxLength: 5 }), (batches) => {
        const [subject, expected] = [new Subject(), new Set<string>()];
        for (const batch of batches) {
          subject.apply(batch);
          for (const [one, valueHash] of batch) {
            if (valueHash === null) expected.delete(hex(one));
            else expected.add(hex(one));
          }
          const found = subject.leaves();
          expect([...found.keys()].sort()).toEqual([...expected].sort());
          for (const [one, depth] of found) expect(depth).toBe(loneDepth(one, [...expected]));
        }
      }),
    );
  });

  it('keeps no node that is not in the tree', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 10 }), { maxLength: 5 }), (batches) => {
        const [grown, fresh] = [new Subject(), new Subject()];
        const state = new Map<string, StateTreeChange>();
        for (const batch of batches) {
          grown.apply(batch);
          for (const one of batch) state.set(hex(one[0]), one);
        }
        fresh.apply([...state.values()].filter(([, valueHash]) => valueHash !== null));
        expect(grown.nodes.liveBytes).toBe(fresh.nodes.liveBytes);
      }),
    );
  });

  it('hashes each changed node once, however many changes lie below it', () => {
    const subject = new Subject();
    const paths = Array.from({ length: 64 }, (_, at) => pathOf(at * 4));
    subject.apply(paths.map((one) => [one, value(1)]));
    // 64 leaves and the 63 nodes of a full tree over them.
    expect(subject.calls).toBe(64 + 63);
    subject.calls = 0;
    subject.apply([[paths[0]!, value(2)]]);
    expect(subject.calls).toBe(1 + 6);
    subject.calls = 0;
    subject.apply(paths.map((one) => [one, value(3)]));
    expect(subject.calls).toBe(64 + 63);
  });

  it('does not touch what no change lies in', () => {
    const subject = new Subject();
    subject.apply([
      [pathOf(0x00), value(1)],
      [pathOf(0x40), value(1)],
      [pathOf(0x80), value(1)],
    ]);
    const [left, right] = [subject.nodes.left(subject.root), subject.nodes.right(subject.root)];
    subject.apply([[pathOf(0x80), value(2)]]);
    expect([subject.nodes.left(subject.root), subject.nodes.right(subject.root)]).toEqual([left, right]);
    subject.calls = 0;
    subject.apply([]);
    expect(subject.calls).toBe(0);
  });

  it('parts two paths that share all but the last bit', () => {
    const subject = new Subject();
    subject.apply([
      [pathOf(7, 7, 0), value(1)],
      [pathOf(7, 7, 1), value(2)],
    ]);
    expect([...subject.leaves().values()]).toEqual([256, 256]);
    subject.apply([[pathOf(7, 7, 1), null]]);
    expect([...subject.leaves().values()]).toEqual([0]);
  });

  it('replaces a leaf by another path in one batch', () => {
    const subject = new Subject();
    subject.apply([[pathOf(1), value(1)]]);
    subject.apply([
      [pathOf(1), null],
      [pathOf(2), value(2)],
    ]);
    expect([...subject.leaves().keys()]).toEqual([hex(pathOf(2))]);
  });
});
