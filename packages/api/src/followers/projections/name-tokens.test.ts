import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameTokens, queryTokens } from './name-tokens.ts';

test('two characters find a name that holds them side by side', () => {
  expect(nameTokens('城东老王面馆').split(' ')).toEqual(expect.arrayContaining(['老王', '面馆', '面']));
  expect(queryTokens('老王')).toEqual(['老王']);
  expect(queryTokens('王')).toEqual(['王']);
  expect(queryTokens('老王面')).toEqual(['老王', '王面']);
});

test('full-width and upper-case letters find the same name', () => {
  expect(queryTokens('ＡＢＣ')).toEqual(queryTokens('abc'));
  expect(nameTokens('星巴克 Coffee２号')).toContain('coffee2');
});

test('any part of a Chinese name is found, and no query breaks out of its tokens', () => {
  const name = fc.string({ unit: fc.constantFrom(...'城东老王面馆甲乙丙丁戊𠮷'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(name, fc.nat(11), fc.nat(11), (text, from, length) => {
      const part = [...text].slice(from, from + length + 1).join('');
      const tokens = new Set(nameTokens(text).split(' '));
      for (const token of queryTokens(part)) expect(tokens).toContain(token);
    }),
    { seed: 3 },
  );
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const token of queryTokens(text)) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
    }),
    { seed: 3 },
  );
});
