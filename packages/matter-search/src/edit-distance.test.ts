import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEditDistance } from './edit-distance.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'g'), maxLength: 8 });

describe('letters apart', () => {
  it.each([
    ['jiehun', 'jiehun', 0],
    ['jiehun', 'jiehn', 1],
    ['jiehun', 'jiehunn', 1],
    ['jiehun', 'jihuen', 2],
    ['hunli', 'hnuli', 1],
  ])('%s and %s are %i apart', (a, b, distance) => {
    expect(findEditDistance(a, b, 2)).toBe(distance);
  });

  it('says nothing beyond the limit', () => {
    expect(findEditDistance('jiehun', 'lihun', 1)).toBeUndefined();
    expect(findEditDistance('a', 'abcdef', 2)).toBeUndefined();
  });

  it('is the same both ways, and none only for the same word', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = findEditDistance(a, b, 8);
        expect(distance).toBe(findEditDistance(b, a, 8));
        expect(distance === 0).toBe(a === b);
      }),
    );
  });
});
