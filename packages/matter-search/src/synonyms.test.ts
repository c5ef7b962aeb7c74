import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withOneWord } from './synonyms.ts';

it('reads several ways of saying a thing as one', () => {
  expect(withOneWord('奶奶去世补助')).toBe(withOneWord('爷爷过世津贴'));
  expect(withOneWord('身份证弄丢了')).toBe(withOneWord('身份证遗失'));
});

it('takes the longest first', () => {
  expect(withOneWord('小孩子')).toBe('孩子');
});

it('leaves other words alone', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9]{0,40}$/), (text) => {
      expect(withOneWord(text)).toBe(text);
    }),
  );
});
