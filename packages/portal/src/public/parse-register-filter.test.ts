import { expect, test } from 'vitest';
import { parseRegisterFilter } from './parse-register-filter.ts';

const parse = (text: string) => parseRegisterFilter(new URLSearchParams(text));

test('what an address asks of the register is read, and nothing filled in asks for everything', () => {
  const asked = { q: '茶馆', region: '110000', kind: 'individual-business', month: '2026-03' };
  expect(parseRegisterFilter(new URLSearchParams(asked))).toEqual(asked);
  expect(parse('')).toEqual({});
  expect(parse('q=+&region=&month=')).toEqual({});
});

test('what is no region, month or kind is left out', () => {
  expect(parse('region=abc&month=2026-13&kind=../x')).toEqual({});
  expect(parse('month=2026-1')).toEqual({});
  expect(parse(`q=${'a'.repeat(300)}`).q).toHaveLength(80);
});
