import { expect, it } from 'vitest';
import { isPinyin } from './is-pinyin.ts';

it.each(['guoqi', 'ban', 'xian', 'shenfenzheng', 'lvshi'])('%s falls into syllables', (letters) => {
  expect(isPinyin(letters)).toBe(true);
});

it.each(['sfz', 'asdf', 'passport', 'xq'])('%s does not', (letters) => {
  expect(isPinyin(letters)).toBe(false);
});

it('answers at once for letters made to be split in very many ways', () => {
  expect(isPinyin(`${'xian'.repeat(50)}q`)).toBe(false);
});
