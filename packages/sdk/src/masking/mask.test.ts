import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksMasked, maskOf } from './mask.ts';

test('a name keeps its first character, a number its ends', () => {
  expect(maskOf('operator', '张三')).toBe('张*');
  expect(maskOf('agent', '赵小明')).toBe('赵**');
  expect(maskOf('id-number', '110101199003071234')).toBe('1101**********1234');
  expect(maskOf('phone', '13800000000')).toBe('138****0000');
});

test('what is no name and no number is not shown at all', () => {
  for (const name of ['reason', 'statement', 'premises', 'residence', '__proto__', 'constructor'])
    expect(maskOf(name, '东湖路1号')).toBeUndefined();
});

test('a mask always hides something, is as long as what it hides, and looks like one', () => {
  fc.assert(
    fc.property(fc.constantFrom('operator', 'id-number', 'phone'), fc.string({ minLength: 2 }), (name, text) => {
      const mask = maskOf(name, text) ?? '';
      expect([...mask].length).toBe([...text].length);
      expect(looksMasked(mask)).toBe(true);
    }),
  );
  expect(maskOf('operator', '张')).toBe('张*');
  expect(maskOf('operator', '')).toBe('*');
  expect(maskOf('id-number', '1234')).toBe('****');
});

test('no name, number or address of a person looks masked', () => {
  for (const text of [
    '张三',
    '买买提·艾力',
    '买买提•艾力',
    '110101199003071234',
    '+8613800000000',
    '示范路1号-2（东）',
    'a.b-c@example.com',
  ])
    expect(looksMasked(text)).toBe(false);
  for (const text of ['张*', '张＊', '1101**********1234', '138＊＊＊＊0000']) expect(looksMasked(text)).toBe(true);
});
