import { expect, test } from 'vitest';
import { decideProblems } from './decide-problems.ts';

test('a grant needs nothing but the decision', () => {
  expect(decideProblems({ decision: undefined, reason: undefined, words: '' })).toEqual(['decision']);
  expect(decideProblems({ decision: 'grant', reason: undefined, words: '' })).toEqual([]);
});

test('a refusal needs a reason and words, and blanks are no words', () => {
  expect(decideProblems({ decision: 'refuse', reason: undefined, words: ' \n' })).toEqual(['reason', 'reason-words']);
  expect(decideProblems({ decision: 'refuse', reason: 'X', words: '未见证明' })).toEqual([]);
});
