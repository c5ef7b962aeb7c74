import { expect, test } from 'vitest';
import { dueOf, parseAnswered, parseAsked } from './correction.ts';

const asked = { id: 'AAAAAAAAAAAAAAAAAAAAAA', kind: 'correct', about: 'name', words: '应为“张三”' };
const codeOf = (work: () => unknown): unknown => {
  try {
    work();
    return 'taken';
  } catch (error) {
    const { code, facts } = error as { code: string; facts: { member?: string } };
    return [code, facts.member];
  }
};

test('the last day is thirty days on, whole, by China’s calendar and not by hours', () => {
  const end = Date.parse('2026-07-01T23:59:59.999+08:00');
  expect(dueOf(Date.parse('2026-06-01T00:00:00+08:00'))).toBe(end);
  expect(dueOf(Date.parse('2026-06-01T23:59:59+08:00'))).toBe(end);
  expect(dueOf(Date.parse('2026-06-02T00:00:00+08:00'))).toBe(end + 86_400_000);
});

test('a request says what it is, and everything else is refused by the member’s name alone', () => {
  expect(parseAsked(asked)).toEqual(asked);
  for (const [member, value] of [
    ['id', 'short'],
    ['kind', 'delete'],
    ['about', 'constructor'],
    ['words', '   '],
    ['words', 'x'.repeat(501)],
    ['words', 7],
    ['more', 'x'],
  ] as const)
    expect(codeOf(() => parseAsked({ ...asked, [member]: value }))).toEqual(['correction-invalid', member]);
});

test('a masked value never takes the place of a real one', () => {
  expect(codeOf(() => parseAsked({ ...asked, words: '应为 1101**********1234' }))).toEqual(['masked-value', 'words']);
  expect(codeOf(() => parseAnswered({ outcome: 'corrected', words: '已改为张*' }))).toEqual(['masked-value', 'words']);
  // What only says what was seen is no value.
  expect(parseAsked({ ...asked, kind: 'complaint', words: '为什么打开了 1101**？' })).toMatchObject({
    kind: 'complaint',
  });
});

test('an answer has an outcome and words, a refusal as well', () => {
  expect(parseAnswered({ outcome: 'declined', words: '与证件一致' })).toMatchObject({ outcome: 'declined' });
  expect(codeOf(() => parseAnswered({ outcome: 'declined' }))).toEqual(['correction-invalid', 'words']);
  expect(codeOf(() => parseAnswered({ outcome: 'lost', words: 'x' }))).toEqual(['correction-invalid', 'outcome']);
});
