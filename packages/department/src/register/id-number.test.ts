import { expect, test } from 'vitest';
import { birthDateOf, idNumberCheck, isIdNumber } from './id-number.ts';

test('the example number of GB 11643 is valid and every other check character is not', () => {
  expect(isIdNumber('11010519491231002X')).toBe(true);
  for (const character of '0123456789') expect(isIdNumber(`11010519491231002${character}`)).toBe(false);
});

test('the birth date is read from the number', () => {
  expect(birthDateOf('11010519491231002X')).toBe('1949-12-31');
});

test('changing one digit always breaks the check', () => {
  const number = `440524188001010${'01'}`.slice(0, 17);
  const whole = number + idNumberCheck(number);
  for (let at = 0; at < 17; at += 1) {
    const other = (Number(whole.charAt(at)) + 1) % 10;
    expect(isIdNumber(whole.slice(0, at) + other + whole.slice(at + 1))).toBe(false);
  }
});
