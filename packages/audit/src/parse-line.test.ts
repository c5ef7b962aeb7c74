import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf } from './hash.ts';
import { formatLine, parseLine } from './parse-line.ts';
import { entries, entry } from './testing/entries.ts';

const previous = beginningOf('api');
const line = { ...entry(), seq: 0, previous };

test('a line is exactly its own text, whatever order its members came in', () => {
  fc.assert(
    fc.property(entries, (one) => {
      const text = formatLine({ previous, ...one, seq: 7 });
      expect(formatLine(parseLine(text))).toBe(text);
      expect(parseLine(text)).toEqual({ ...one, seq: 7, previous });
    }),
  );
});

const wrong: readonly (readonly [string, object])[] = [
  ['a number below nothing', { seq: -1 }],
  ['a time that is a fraction', { at: 1.5 }],
  ['a kind nobody declared', { kind: 'look' }],
  ['an actor with a name', { actor: { kid: '张三' } }],
  ['a name as an object', { object: 'case/张三' }],
  ['an object without its kind', { object: '110101199003070011' }],
  ['a case that is no id', { case: '张三' }],
  ['an organ in words', { organ: '东区市场监管局' }],
  ['a purpose in words', { purpose: 'to look' }],
  ['a result in words', { result: 'Zhang' }],
  ['a fourth level of assurance', { assurance: 4 }],
  ['a door that is none', { via: 'backdoor' }],
  ['an article as long as a letter', { article: '条'.repeat(81) }],
  ['a break in an article', { article: 'a\nb' }],
];

test.each(wrong)('%s is no line', (_title, member) => {
  expect(() => formatLine({ ...line, ...member })).toThrow('audit-line-malformed');
});

test('a text in another order, with another member, or with white space is no line', () => {
  const text = formatLine(line);
  expect(() => parseLine(text.replace('"seq":0,"at":1000', '"at":1000,"seq":0'))).toThrow('audit-line-malformed');
  expect(() => parseLine(text.replace('{"seq"', '{ "seq"'))).toThrow('audit-line-malformed');
  expect(() => parseLine(text.slice(1))).toThrow('audit-line-malformed');
  expect(() => parseLine(`${text.slice(0, -1)},"more":1}`)).toThrow('audit-line-malformed');
});
