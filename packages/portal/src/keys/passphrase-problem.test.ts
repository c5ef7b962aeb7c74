import { expect, test } from 'vitest';
import { passphraseProblem } from './passphrase-problem.ts';

test('a passphrase is long enough, not one sign again and again, and typed twice alike', () => {
  expect(passphraseProblem('123456789', '123456789')).toBe('keys.short');
  expect(passphraseProblem('明月几时有把酒问青', '明月几时有把酒问青')).toBe('keys.short');
  expect(passphraseProblem('aaaaaaaaaaaa', 'aaaaaaaaaaaa')).toBe('keys.plain');
  expect(passphraseProblem('明月几时有把酒问青天', '明月几时有把酒问青夭')).toBe('keys.differs');
  expect(passphraseProblem('明月几时有把酒问青天', '明月几时有把酒问青天')).toBeUndefined();
});
