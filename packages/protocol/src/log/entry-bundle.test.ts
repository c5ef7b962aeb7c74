import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntryBundle, encodeEntryBundle, MAX_ENTRY_LENGTH } from './entry-bundle.ts';

const malformed = expect.objectContaining({ code: 'entry-bundle-malformed' });

describe('entry bundles', () => {
  it('put each entry after its length in two bytes, the high one first', () => {
    expect(encodeEntryBundle([Uint8Array.of(9), new Uint8Array(0), new Uint8Array(258)]).subarray(0, 7)).toEqual(
      Uint8Array.of(0, 1, 9, 0, 0, 1, 2),
    );
  });

  it('give back what they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 }), (entries) => {
        expect(decodeEntryBundle(encodeEntryBundle(entries))).toEqual(entries);
      }),
      { seed: 71, numRuns: 40 },
    );
  });

  it('carry entries up to the length that 16 bits can say', () => {
    const longest = new Uint8Array(MAX_ENTRY_LENGTH).fill(1);
    expect(decodeEntryBundle(encodeEntryBundle([longest]))).toEqual([longest]);
    expect(() => encodeEntryBundle([new Uint8Array(MAX_ENTRY_LENGTH + 1)])).toThrow(malformed);
  });

  it('carry 1 to 256 entries', () => {
    const empty = new Uint8Array(0);
    expect(decodeEntryBundle(new Uint8Array(512))).toHaveLength(256);
    expect(() => decodeEntryBundle(new Uint8Array(514))).toThrow(malformed);
    expect(() => decodeEntryBundle(empty)).toThrow(malformed);
    expect(() => encodeEntryBundle([])).toThrow(malformed);
    expect(() => encodeEntryBundle(Array.from({ length: 257 }, () => empty))).toThrow(malformed);
  });

  it('are refused when cut anywhere but between entries, and when they have a byte too many', () => {
    const bundle = encodeEntryBundle([Uint8Array.of(1, 2, 3), Uint8Array.of(4, 5)]);
    for (let end = 1; end < bundle.length; end++) {
      if (end === 5) expect(decodeEntryBundle(bundle.subarray(0, end))).toHaveLength(1);
      else expect(() => decodeEntryBundle(bundle.subarray(0, end))).toThrow(malformed);
    }
    expect(() => decodeEntryBundle(Uint8Array.of(...bundle, 0))).toThrow(malformed);
  });

  it('name the offset of the entry that is cut', () => {
    expect(() => decodeEntryBundle(Uint8Array.of(0, 1, 9, 255, 255, 1))).toThrow(
      expect.objectContaining({ code: 'entry-bundle-malformed', facts: { offset: 3 } }),
    );
  });
});
