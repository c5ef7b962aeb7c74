import fc from 'fast-check';
import { type TSchema, Type } from 'typebox';
import { expect, test } from 'vitest';
import { compileValidator } from './compile-validator.ts';

const SCHEMA = Type.Object(
  { count: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })), name: Type.Optional(Type.String()) },
  { additionalProperties: false },
);

const read = (value: unknown, httpPart = 'querystring', schema: TSchema = SCHEMA): unknown => {
  const validate = compileValidator({ schema, method: 'GET', url: '/', httpPart });
  const answer = validate(value) as { value?: unknown; error?: unknown[] };
  return answer.error === undefined ? answer.value : 'refused';
};

test('digits in a query are a number where a number is wanted, and a text where a text is', () => {
  expect(read({ count: '7', name: '7' })).toEqual({ count: 7, name: '7' });
  expect(read({ count: '007' })).toEqual({ count: 7 });
  expect(read({})).toEqual({});
});

test('a body is taken at its word: "7" is not 7', () => {
  expect(read({ count: 7 }, 'body')).toEqual({ count: 7 });
  expect(read({ count: '7' }, 'body')).toBe('refused');
});

test.each([
  '',
  ' 7',
  '7 ',
  '+7',
  '0x7',
  '7.0',
  '7e0',
  '٧',
  '７',
  '1_0',
  'NaN',
  'Infinity',
  '101',
  '-1',
  '1'.repeat(17),
])('the text %j is no count from 0 to 100', (count) => {
  expect(read({ count })).toBe('refused');
});

test('a parameter given twice, one nobody asked for and a list are refused', () => {
  for (const value of [{ count: ['1', '2'] }, { more: '1' }, { count: '1', more: '' }, ['1'], 'count=1'])
    expect(read(value)).toBe('refused');
});

test('what is given is never changed in place', () => {
  const given = Object.freeze({ count: '7' });
  read(given);
  expect(given).toEqual({ count: '7' });
});

test('any integer that fits is read as itself, and nothing else is read as an integer', () => {
  const schema = Type.Object({ count: Type.Integer() });
  fc.assert(
    fc.property(fc.maxSafeInteger(), (count) => {
      expect(read({ count: String(count) }, 'params', schema)).toEqual({ count });
    }),
    { seed: 41 },
  );
  fc.assert(
    fc.property(fc.string(), (count) => {
      fc.pre(!/^-?\d{1,16}$/.test(count));
      expect(read({ count }, 'params', schema)).toBe('refused');
    }),
    { seed: 42 },
  );
});
