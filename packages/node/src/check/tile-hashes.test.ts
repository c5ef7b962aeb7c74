import { leafHash, nodeHash } from '@minglu/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafRow, rowRoot } from './tile-hashes.ts';

function naiveRoot(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0] as Uint8Array;
  const half = hashes.length / 2;
  return nodeHash(naiveRoot(hashes.slice(0, half)), naiveRoot(hashes.slice(half)));
}

describe('hashes of a tile', () => {
  it('are those of RFC 6962', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 90 }), { minLength: 1, maxLength: 20 }), (entries) => {
        expect(Buffer.compare(leafRow(entries), Buffer.concat(entries.map((entry) => leafHash(entry))))).toBe(0);
      }),
    );
    const entries = Array.from({ length: 256 }, (_, at) => Buffer.from(`entry ${at}`));
    const root = naiveRoot(entries.map((entry) => leafHash(entry)));
    expect(Buffer.compare(rowRoot(leafRow(entries)), root)).toBe(0);
  });
});
