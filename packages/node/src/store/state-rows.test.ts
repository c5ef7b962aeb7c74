import { compareDueRows, type DueKind, type DueRow } from '@minglu/ledger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeBucketRow,
  decodeDueKey,
  decodeMark,
  decodePlace,
  decodeTextKey,
  decodeTextRow,
  decodeValueRow,
  encodeBucketKey,
  encodeBucketRow,
  encodeDueKey,
  encodeMark,
  encodePlace,
  encodeReplayBucket,
  encodeReplayKey,
  encodeTextKey,
  encodeTextPackKey,
  encodeTextRow,
  encodeValueRow,
  leafOfRow,
} from './state-rows.ts';

const digest = fc.uint8Array({ minLength: 32, maxLength: 32 });
const count = fc.nat({ max: 2 ** 40 });
const kinds: readonly DueKind[] = ['case-promise-passes', 'licence-suspension-ends', 'role-expires'];
const dueRow: fc.Arbitrary<DueRow> = fc.record({
  instantMs: fc.oneof(fc.nat({ max: 3 }), count),
  kind: fc.constantFrom(...kinds),
  subject: fc.stringMatching(/^[a-z]{1,8}\/[A-Za-z0-9_-]{0,30}$/),
});
const damaged = expect.objectContaining({ code: 'derived-damaged' });

describe('rows of the state on disk', () => {
  it('hold key and value text, Chinese too', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30, unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (key, value) => {
        expect(decodeTextRow(encodeTextRow(key, value))).toEqual({ key, value });
      }),
    );
  });

  it('hold a value’s hash and where its text stands', () => {
    fc.assert(
      fc.property(
        digest,
        digest,
        fc.nat({ max: 2 ** 40 - 1 }),
        fc.nat({ max: 255 }),
        (path, valueHash, pack, place) => {
          const row = encodeValueRow(valueHash, encodeTextKey({ pack, place }));
          const found = decodeValueRow(row);
          expect(Buffer.compare(found.valueHash, valueHash)).toBe(0);
          expect(decodeTextKey(found.textKey)).toEqual({ pack, place });
          expect(Buffer.compare(found.textKey.subarray(0, 5), encodeTextPackKey(pack))).toBe(0);
          expect(leafOfRow(path, row)).toEqual({ path, valueHash });
        },
      ),
    );
  });

  it('hold places, buckets and marks', () => {
    fc.assert(
      fc.property(count, count, digest, fc.nat({ max: 0xffff }), (height, index, hash, prefix) => {
        expect(decodePlace(encodePlace({ height, index }))).toEqual({ height, index });
        const record = { prefix, population: 2 as const, hash };
        expect(decodeBucketRow(encodeBucketKey(prefix), encodeBucketRow(record))).toEqual(record);
        const mark = { height: height - 1, root: hash, logSize: index };
        expect(decodeMark(encodeMark(mark))).toEqual(mark);
      }),
    );
  });

  it('stand in the order of the due index', () => {
    fc.assert(
      fc.property(dueRow, dueRow, (a, b) => {
        expect(decodeDueKey(encodeDueKey(a))).toEqual(a);
        expect(Math.sign(Buffer.compare(encodeDueKey(a), encodeDueKey(b)))).toBe(Math.sign(compareDueRows(a, b)));
      }),
    );
  });

  it('stand by bucket in the replay table, inside their own bucket’s range', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 30 }), count, fc.stringMatching(/^[A-Za-z0-9_-]{22}$/), (bucket, notAfter, id) => {
        const key = encodeReplayKey(bucket, notAfter, id);
        expect(Buffer.compare(encodeReplayBucket(bucket), key)).toBe(-1);
        expect(Buffer.compare(key, encodeReplayBucket(bucket + 1))).toBe(-1);
      }),
    );
  });

  it('are damaged when any byte of a mark is changed', () => {
    const row = encodeMark({ height: 7, root: new Uint8Array(32).fill(1), logSize: 900 });
    for (let at = 0; at < row.length; at++) {
      const changed = Buffer.from(row);
      changed[at] = (changed[at] as number) ^ 0x10;
      expect(() => decodeMark(changed)).toThrow(damaged);
    }
    expect(() => decodeMark(row.subarray(1))).toThrow(damaged);
  });

  it('are damaged when they have another length than theirs', () => {
    expect(() => decodeValueRow(Buffer.alloc(37))).toThrow(damaged);
    expect(() => decodeTextRow(Buffer.from([0, 9, 1]))).toThrow(damaged);
    expect(() => decodeTextRow(Buffer.alloc(1))).toThrow(damaged);
    expect(() => decodePlace(Buffer.alloc(11))).toThrow(damaged);
    expect(() => decodeDueKey(Buffer.alloc(8))).toThrow(damaged);
    expect(() => decodeBucketRow(Buffer.alloc(2), Buffer.alloc(32))).toThrow(damaged);
    expect(() => decodeBucketRow(Buffer.alloc(3), Buffer.alloc(33, 1))).toThrow(damaged);
    expect(() => decodeBucketRow(Buffer.alloc(2), Buffer.alloc(33, 7))).toThrow(damaged);
  });
});
