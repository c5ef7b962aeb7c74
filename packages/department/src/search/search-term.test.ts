import { expect, test } from 'vitest';
import { idNumberCheck } from '../register/id-number.ts';
import { idNumberTerm, nameTerm, searchTermOf } from './search-term.ts';

const first17 = '99010119880412901';
const number = first17 + idNumberCheck(first17);

test('spaces, full-width letters and the dot of a name make no difference', () => {
  expect(nameTerm(' 王 秀英　')).toEqual(nameTerm('王秀英'));
  expect(nameTerm('阿依古丽·买买提')).toEqual(nameTerm('阿依古丽・买买提'));
  expect(nameTerm('ＷＡＮＧ')).toEqual(nameTerm('wang'));
});

test('an ID number is the same in full-width digits, with spaces, and with a small x', () => {
  const wide = [...number].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('');
  expect(searchTermOf(wide)).toEqual({ kind: 'id-number', text: number });
  expect(searchTermOf(`${number.slice(0, 6)} ${number.slice(6)}`)).toEqual(idNumberTerm(number));
  expect(searchTermOf('11010519491231002x')).toEqual({ kind: 'id-number', text: '11010519491231002X' });
});

test('a number whose check character does not fit is a slip, and no search', () => {
  const slip = number.slice(0, 17) + (number.endsWith('1') ? '2' : '1');
  expect(() => searchTermOf(slip)).toThrow(expect.objectContaining({ code: 'id-number-check' }));
  expect(() => searchTermOf(number.slice(0, 16))).toThrow(expect.objectContaining({ code: 'id-number-check' }));
});

test('nothing, one character and a whole page are no search', () => {
  for (const text of ['', ' ', '王', '王'.repeat(61)])
    expect(() => searchTermOf(text)).toThrow(expect.objectContaining({ code: 'search-text-unfit' }));
});
