import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitAt, ChangeBatch, comparePaths } from './change-batch.ts';
import type { StateTreeChange } from './state-leaf.ts';

/** A path by its first bytes and its last one. */
function pathOf(first: readonly number[], last = 0): Uint8Array {
  const path = new Uint8Array(32);
  path.set(first);
  path[31] = last;
  return path;
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const anyPath = fc.uint8Array({ minLength: 32, maxLength: 32 });
/** Half of them differ in the last byte only, which the quick comparison of 48 bits does not see. */
const path = fc.oneof(
  anyPath,
  fc.nat({ max: 3 }).map((last) => pathOf([7, 7, 7, 7, 7, 7], last)),
);
const change: fc.Arbitrary<StateTreeChange> = fc.tuple(path, fc.option(anyPath, { nil: null }));

describe('ChangeBatch', () => {
  it('has every path once, in order, with the last change given for it', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const batch = new ChangeBatch(changes);
        const expected = new Map(changes.map(([one, valueHash]) => [hex(one), valueHash] as const));
        const found = Array.from({ length: batch.length }, (_, at) => hex(batch.path(at)));
        expect(found).toEqual([...expected.keys()].sort());
        for (const [at, name] of found.entries()) expect(batch.valueHash(at)).toBe(expected.get(name));
      }),
    );
  });

  it('is empty for no changes', () => {
    expect(new ChangeBatch([]).length).toBe(0);
  });

  it('splits a range where the bit turns to one', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), (changes) => {
        const batch = new ChangeBatch(changes);
        const middle = batch.split(0, batch.length, 0);
        for (let at = 0; at < batch.length; at++) expect(batch.bit(at, 0)).toBe(at < middle ? 0 : 1);
      }),
    );
  });

  it('splits at the ends when all bits are equal', () => {
    const zeros = new ChangeBatch([
      [pathOf([0], 1), null],
      [pathOf([0], 2), null],
    ]);
    expect(zeros.split(0, 2, 0)).toBe(2);
    const ones = new ChangeBatch([
      [pathOf([0x80], 1), null],
      [pathOf([0x80], 2), null],
    ]);
    expect(ones.split(0, 2, 0)).toBe(0);
    expect(ones.split(1, 1, 0)).toBe(1);
  });

  it('finds a path inside a range and nowhere else', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), path, (changes, asked) => {
        const batch = new ChangeBatch(changes);
        const at = batch.find(asked, 0, batch.length);
        const isThere = changes.some(([one]) => hex(one) === hex(asked));
        expect(at >= 0).toBe(isThere);
        if (at < 0) return;
        expect(hex(batch.path(at))).toBe(hex(asked));
        expect(batch.find(asked, at + 1, batch.length)).toBe(-1);
        expect(batch.find(asked, 0, at)).toBe(-1);
      }),
    );
  });

  it('does not change the arrays it was given', () => {
    const changes: StateTreeChange[] = [
      [pathOf([9]), null],
      [pathOf([1]), null],
    ];
    new ChangeBatch(changes);
    expect(changes.map(([one]) => one[0])).toEqual([9, 1]);
  });
});

describe('bitAt', () => {
  it('reads the most significant bit of the first byte first', () => {
    const one = pathOf([0b1010_0000, 0b0000_0001], 1);
    expect([0, 1, 2, 3].map((depth) => bitAt(one, depth))).toEqual([1, 0, 1, 0]);
    expect([14, 15, 16].map((depth) => bitAt(one, depth))).toEqual([0, 1, 0]);
    expect([254, 255].map((depth) => bitAt(one, depth))).toEqual([0, 1]);
  });
});

describe('comparePaths', () => {
  it('orders as the hex of paths does', () => {
    fc.assert(
      fc.property(path, path, (a, b) => {
        const order = hex(a) === hex(b) ? 0 : hex(a) < hex(b) ? -1 : 1;
        expect(Math.sign(comparePaths(a, b))).toBe(order);
      }),
    );
  });
});
