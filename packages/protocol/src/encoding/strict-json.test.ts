import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../../vectors/protocol/strict-json.json' with { type: 'json' };
import { ProtocolError } from '../errors.ts';
import {
  formatStrictJson,
  isJsonObject,
  type JsonValue,
  MAX_JSON_LENGTH,
  parseStrictJson,
  parseStrictJsonObject,
} from './strict-json.ts';

const refused = (code: string, facts: object = {}) => expect.objectContaining({ name: 'ProtocolError', code, facts });

const strictKey = fc
  .string({ unit: 'binary', maxLength: 8 })
  .filter((key) => !/^[0-9]+$/.test(key) && !['__proto__', 'constructor', 'prototype'].includes(key));
const strictValue = fc.letrec<{ value: JsonValue; scalar: JsonValue }>((tie) => ({
  scalar: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary', maxLength: 12 }),
  ) as fc.Arbitrary<JsonValue>,
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('scalar'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(strictKey, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ) as fc.Arbitrary<JsonValue>,
})).value;

function codeOf(text: string): string | undefined {
  try {
    parseStrictJson(text);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError);
    return (error as ProtocolError).code;
  }
}

describe('strict JSON', () => {
  it.each(vectors.accepted)('%j is read', (text) => {
    expect(JSON.stringify(parseStrictJson(text))).toBe(text);
  });

  it.each(vectors.refused)('$text is refused with $code', ({ text, code }) => {
    expect(codeOf(text)).toBe(code);
  });

  it('is bounded in length before anything is parsed', () => {
    const longest = `"${'a'.repeat(MAX_JSON_LENGTH - 2)}"`;
    expect(parseStrictJson(longest)).toHaveLength(MAX_JSON_LENGTH - 2);
    expect(() => parseStrictJson(` ${longest}`)).toThrow(refused('json-too-long', { maxLength: MAX_JSON_LENGTH }));
    expect(() => parseStrictJson('[1]', 2)).toThrow(refused('json-too-long', { maxLength: 2 }));
  });

  it('survives the deepest text that its length allows', () => {
    expect(codeOf('['.repeat(MAX_JSON_LENGTH / 2) + ']'.repeat(MAX_JSON_LENGTH / 2))).toBe('json-depth');
    expect(codeOf('['.repeat(MAX_JSON_LENGTH))).toBe('json-malformed');
    expect(codeOf('{"a":'.repeat(6000))).toBe('json-malformed');
  });

  it('counts a depth of 16 and refuses 17', () => {
    expect(codeOf(`${'['.repeat(16)}${']'.repeat(16)}`)).toBeUndefined();
    expect(codeOf(`${'['.repeat(17)}${']'.repeat(17)}`)).toBe('json-depth');
  });

  it('writes what it reads and reads what it writes', () => {
    fc.assert(
      fc.property(strictValue, (value) => {
        const text = formatStrictJson(value);
        expect(parseStrictJson(text)).toEqual(value);
        expect(formatStrictJson(parseStrictJson(text))).toBe(text);
      }),
    );
  });

  it('keeps the written order of members', () => {
    expect(Object.keys(parseStrictJsonObject('{"z":1,"a":2,"m":3}'))).toEqual(['z', 'a', 'm']);
  });

  it('reads nothing whose text could have been another: any text gives itself or a refusal', () => {
    const fragment = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"a"',
        '"b"',
        '"\\u0061"',
        '1',
        '-0',
        '1e2',
        ' ',
        'null',
        'true',
        '"1"',
        '0.5',
        '"\\ud800"',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fragment).map((parts) => parts.join('')),
        ),
        (text) => {
          if (codeOf(text) === undefined) expect(formatStrictJson(parseStrictJson(text))).toBe(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('changes with every change: a mutated text is refused or means something else', () => {
    const text = '{"chain":"minglu.example/city","n":12,"list":[true,null,"中"],"o":{"a":""}}';
    const original = formatStrictJson(parseStrictJson(text));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ unit: 'binary', minLength: 0, maxLength: 2 }), (place, put) => {
        const mutated = text.slice(0, place) + put + text.slice(place + 1);
        fc.pre(mutated !== text);
        if (codeOf(mutated) === undefined) expect(formatStrictJson(parseStrictJson(mutated))).not.toBe(original);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives an object no hidden member', () => {
    expect(() => parseStrictJson('{"__proto__":{"admin":true}}')).toThrow(refused('json-key'));
  });
});

describe('an object of strict JSON', () => {
  it.each(['[]', 'null', '1', '"a"'])('%s is none', (text) => {
    expect(() => parseStrictJsonObject(text)).toThrow(refused('json-value'));
    expect(isJsonObject(parseStrictJson(text))).toBe(false);
  });

  it('is one', () => {
    expect(parseStrictJsonObject('{"a":1}')).toEqual({ a: 1 });
    expect(isJsonObject(undefined)).toBe(false);
    expect(isJsonObject({})).toBe(true);
  });
});

describe('writing strict JSON', () => {
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['undefined', undefined, 'json-value'],
    ['a member that is undefined', { a: undefined }, 'json-value'],
    ['a hole', new Array(1), 'json-value'],
    ['a function', () => 1, 'json-value'],
    ['a symbol', Symbol('a'), 'json-value'],
    ['a bigint', 1n, 'json-value'],
    ['a map', new Map([['a', 1]]), 'json-value'],
    ['a date', new Date(0), 'json-value'],
    ['bytes', new Uint8Array(1), 'json-value'],
    ['minus zero', -0, 'json-number'],
    ['not a number', Number.NaN, 'json-number'],
    ['infinity', Number.POSITIVE_INFINITY, 'json-number'],
    ['a fraction', { a: [0.1] }, 'json-number'],
    ['a lone surrogate', ['\ud800'], 'json-lone-surrogate'],
    ['a key with a lone surrogate', { '\ud800': 1 }, 'json-lone-surrogate'],
    ['a key of digits', { 12: 1 }, 'json-key'],
    ['a key that is a constructor', { constructor: 1 }, 'json-key'],
  ];

  it.each(cases)('refuses %s', (_, value, code) => {
    expect(() => formatStrictJson(value as JsonValue)).toThrow(refused(code));
  });

  it('refuses a value that contains itself, by its depth', () => {
    const value: Record<string, JsonValue> = {};
    value.self = value;
    expect(() => formatStrictJson(value)).toThrow(refused('json-depth', { maxDepth: 16 }));
  });

  it('takes objects without a prototype', () => {
    expect(formatStrictJson(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
  });
});
