import { expect, test } from 'vitest';
import { markOfficeWords, readOfficeWords } from './office-words.ts';

test('what was sealed as a reason is read as one', () => {
  expect(readOfficeWords(markOfficeWords('联合检查'))).toBe('联合检查');
});

test('an applicant’s words are not', () => {
  expect(readOfficeWords('王秀英')).toBeUndefined();
  expect(readOfficeWords('')).toBeUndefined();
});
