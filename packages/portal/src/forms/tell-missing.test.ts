import { expect, test } from 'vitest';
import { tellMissing } from './tell-missing.ts';

const words = (field: string): string => `缺少 ${field}`;

test('a form that nobody has sent yet complains of nothing', () => {
  const { problems, problemOf } = tellMissing(0, ['reason'], words);
  expect([problems, problemOf('reason')]).toEqual([[], undefined]);
});

test('once sent, all that is missing stands above it in order, and beside each field its own', () => {
  const { problems, problemOf } = tellMissing(1, ['reason', 'words'], words);
  expect(problems).toEqual([
    { field: 'reason', words: '缺少 reason' },
    { field: 'words', words: '缺少 words' },
  ]);
  expect([problemOf('words'), problemOf('points')]).toEqual(['缺少 words', undefined]);
});
