import { expect, test } from 'vitest';
import { decideProblems } from './decide-problems.ts';

test('a grant needs nothing but the decision', () => {
  expect(decideProblems({ decision: undefined, reason: undefined, words: '', points: [] })).toEqual(['decision']);
  expect(decideProblems({ decision: 'grant', reason: undefined, words: '', points: [] })).toEqual([]);
});

test('a refusal needs a reason and words, and blanks are no words', () => {
  expect(decideProblems({ decision: 'refuse', reason: undefined, words: ' \n', points: [] })).toEqual([
    'reason',
    'reason-words',
  ]);
  expect(decideProblems({ decision: 'refuse', reason: 'X', words: '未见证明', points: [] })).toEqual([]);
});

test('a return names what is missing, and says it in words', () => {
  const returned = { decision: 'return', reason: undefined };
  expect(decideProblems({ ...returned, words: '', points: [] })).toEqual(['points', 'reason-words']);
  expect(decideProblems({ ...returned, words: '租赁合同缺页', points: ['premises-document'] })).toEqual([]);
});
