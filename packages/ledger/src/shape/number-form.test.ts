import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDigit, findNumberForm, type NumberForm, serialDigits, writeNumber } from './number-form.ts';

const formOf = (pattern: string): NumberForm => {
  const form = findNumberForm(pattern);
  if (form === undefined) throw new Error(`no form: ${pattern}`);
  return form;
};
const values = { region: '110105', year: 2026, choice: 2, serial: 7 };

describe('a form of numbers', () => {
  it('writes letters, digits in their parts, and a check digit', () => {
    const form = formOf('JY{choice:format}{region}{serial:6}{check}');
    expect(serialDigits(form)).toBe(6);
    const number = writeNumber(form, values);
    expect(number).toMatch(/^JY2110105000007[0-9]$/);
    expect(number).toHaveLength(16);
    expect(writeNumber(formOf('XK3{year}{serial:8}{check}'), values)).toMatch(/^XK3202600000007[0-9]$/);
  });

  it.each([
    ['without letters', '{region}{serial:6}{check}'],
    ['without a serial', 'JY{region}12{check}'],
    ['without a check digit', 'JY{region}{serial:6}'],
    ['with two serials', 'JY{serial:6}{serial:6}{check}'],
    ['too short to find a slip in', 'JY{serial:6}{check}'],
    ['too long to read', 'JY{region}{year}123{serial:9}{check}'],
    ['with a part nobody knows', 'JY{name}{region}{serial:6}{check}'],
    ['with few numbers', 'JY{region}{serial:2}{check}'],
    ['with small letters', 'jy{region}{serial:6}{check}'],
  ])('is none %s', (_what, pattern) => {
    expect(findNumberForm(pattern)).toBeUndefined();
  });

  it('finds each wrong digit', () => {
    const digits = fc.array(fc.nat(9), { minLength: 8, maxLength: 17 }).map((all) => all.join(''));
    fc.assert(
      fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (text, at, more) => {
        const place = at % text.length;
        const wrong = String((Number(text[place]) + more) % 10);
        expect(checkDigit(text.slice(0, place) + wrong + text.slice(place + 1))).not.toBe(checkDigit(text));
      }),
    );
  });

  it('gives two serials two numbers', () => {
    const form = formOf('JY{choice:format}{region}{serial:6}{check}');
    const serial = fc.nat(999_999);
    fc.assert(
      fc.property(serial, serial, (one, other) => {
        const [left, right] = [one, other].map((each) => writeNumber(form, { ...values, serial: each }));
        expect(left === right).toBe(one === other);
      }),
    );
  });
});
