import { expect, test } from 'vitest';
import { correctionProblems } from './correction-draft.ts';

const whole = { case: 'c', kind: 'correct', about: 'name', words: '应为“张三”' };

test('a request says which case, what it wants, what it is about, and why', () => {
  expect(correctionProblems(whole)).toEqual([]);
  expect(correctionProblems({ case: '', kind: '', about: '', words: ' ' })).toEqual([
    'correction-case',
    'correction-kind',
    'correction-about',
    'correction-words',
  ]);
});

test('a masked value is no value; a complaint may quote one', () => {
  expect(correctionProblems({ ...whole, words: '应为张*' })).toEqual(['correction-words']);
  expect(correctionProblems({ ...whole, kind: 'complaint', words: '为什么看张*？' })).toEqual([]);
});
