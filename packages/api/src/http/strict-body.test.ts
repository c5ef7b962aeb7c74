import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDuplicateKey } from './find-duplicate-key.ts';
import { parseStrictBody } from './strict-body.ts';

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];
const key = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom('a', 'b', '"', '\\', '{', '}', '张', '\u2028', ''));
/** JSON that is allowed: safe integers, no name of a prototype, at most five deep. */
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(fc.constant(null), fc.boolean(), fc.maxSafeInteger(), key),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      key.filter((name) => !FORBIDDEN.includes(name)),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
}));

const codeOf = (text: string | Uint8Array): string => {
  try {
    parseStrictBody(Buffer.from(text as string));
  } catch (error) {
    return (error as { code?: string }).code ?? 'uncoded';
  }
  return 'parsed';
};

/** The same document in another hand, with blanks between its parts. */
const hands: readonly ((value: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify(value, undefined, 2),
  (value) => ` ${JSON.stringify(value, undefined, '\t')}\r\n`,
];

test('whatever is allowed is read as any parser would read it, in any hand', () => {
  fc.assert(
    fc.property(json, fc.nat(2), (value, hand) => {
      const text = hands[hand]?.(value) ?? '';
      expect(parseStrictBody(Buffer.from(text))).toEqual(JSON.parse(text));
    }),
    { seed: 31, numRuns: 300 },
  );
});

test('a key that stands twice in one object is found wherever that object stands, and however the key is written', () => {
  fc.assert(
    fc.property(json, json, key, fc.nat(3), (inner, outer, name, depth) => {
      fc.pre(!FORBIDDEN.includes(name));
      const written = JSON.stringify(name);
      const escaped = `"${[...name].map((one) => [...escapeOf(one)].join('')).join('')}"`;
      const twice = `{${written}:${JSON.stringify(inner)},"between":[],${escaped}:${JSON.stringify(outer)}}`;
      const text = '[{"x":'.repeat(depth) + twice + '}]'.repeat(depth);
      expect(findDuplicateKey(text)).toBe(name);
      expect(codeOf(text)).toBe('duplicate-key');
    }),
    { seed: 32, numRuns: 300 },
  );
});

const escapeOf = (character: string): string =>
  [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('');

test('equal keys of different objects, and equal texts that are no keys, are no duplicates', () => {
  for (const text of [
    '{"a":{"a":{"a":1}},"b":{"a":2}}',
    '[{"a":1}, {"a":1}]',
    '{"a":"a","b":["a","a"]}',
    '{"a":"\\"a\\":1,\\"a\\":"}',
    '{"a":"}","b":"{\\"a\\":1"}',
  ]) {
    expect(findDuplicateKey(text)).toBeUndefined();
    expect(codeOf(text)).toBe('parsed');
  }
});

test('sixteen levels are read and seventeen are not, be they lists, objects or both', () => {
  const nest = (depth: number, open: string, close: string): string => open.repeat(depth) + close.repeat(depth);
  expect([16, 17].map((depth) => codeOf(nest(depth, '[', ']')))).toEqual(['parsed', 'json-too-deep']);
  const objects = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  expect([16, 17].map((depth) => codeOf(objects(depth)))).toEqual(['parsed', 'json-too-deep']);
});

test('the greatest safe numbers are read, and the next ones are not', () => {
  const max = Number.MAX_SAFE_INTEGER;
  for (const text of [`${max}`, `-${max}`, '0', '-0', '1.0', '1e3']) expect(codeOf(text)).toBe('parsed');
  for (const text of ['9007199254740992', '-9007199254740992', '0.5', '1e400', '[1,{"a":1e-7}]'])
    expect(codeOf(text)).toBe('number-unsafe');
});

test('the name of a prototype is refused at any depth, and never becomes one', () => {
  for (const name of FORBIDDEN)
    for (const text of [`{"${name}":1}`, `[[{"a":{"${name}":{"admin":true}}}]]`, '{"\\u005f_proto__":1}'])
      expect(codeOf(text)).toBe('prototype-key');
  expect(({} as { admin?: boolean }).admin).toBeUndefined();
});

test('no bytes whatever are anything but a value or one of six codes', () => {
  const codes = [
    'parsed',
    'body-not-utf8',
    'json-malformed',
    'number-unsafe',
    'json-too-deep',
    'prototype-key',
    'duplicate-key',
  ];
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 60 }),
        fc.string({ unit: fc.constantFrom(...'{}[]",:\\u0aé1-e '), maxLength: 40 }),
      ),
      (bytes) => {
        expect(codes).toContain(codeOf(bytes));
      },
    ),
    { seed: 33, numRuns: 500 },
  );
});

test('a byte order mark, an overlong form and a lone half of a pair are no JSON of ours', () => {
  expect(codeOf(Uint8Array.of(0xef, 0xbb, 0xbf, 0x31))).toBe('json-malformed');
  expect(codeOf(Uint8Array.of(0x22, 0xc0, 0x80, 0x22))).toBe('body-not-utf8');
  expect(codeOf(Uint8Array.of(0x22, 0xed, 0xa0, 0x80, 0x22))).toBe('body-not-utf8');
});
