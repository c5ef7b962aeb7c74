import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markTerms } from './mark-terms.ts';

test('the words that were looked for are marked where they stand', () => {
  expect(markTerms('居民身份证补领', ['身份证', '补'])).toEqual([
    { text: '居民', isMarked: false, at: 0 },
    { text: '身份证补', isMarked: true, at: 2 },
    { text: '领', isMarked: false, at: 6 },
  ]);
  expect(markTerms('Identity card', ['card'])[1]).toEqual({ text: 'card', isMarked: true, at: 9 });
  expect(markTerms('Identity card', ['identity'])[0]).toEqual({ text: 'Identity', isMarked: true, at: 0 });
});

test('the parts are always the whole name', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, terms) => {
      expect(
        markTerms(name, terms)
          .map(({ text }) => text)
          .join(''),
      ).toBe(name);
    }),
  );
});
