import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../../ledger-error.ts';
import { creditCode, isCreditCode } from './credit-code.ts';

/** Codes of well-known organisations, as printed on their own licences and invoices. */
const known = [
  '914403001922038216', // 华为技术有限公司
  '91330100799655058B', // 阿里巴巴（中国）有限公司
  '9144030071526726XG', // 深圳市腾讯计算机系统有限公司
  '91110000802100433B', // 百度在线网络技术（北京）有限公司
  '91330000733796106P', // 杭州海康威视数字技术股份有限公司
  '91350200MA2YJ1XR9G',
  '91440101MA5CJQ4N59',
  '91350500798359476R',
  '91350503MA31DKY80A',
  '91350200MA31E12PXF',
];

describe('a 统一社会信用代码', () => {
  it('of a known organisation is right', () => {
    for (const code of known) expect(isCreditCode(code), code).toBe(true);
  });

  it('with any one character changed is wrong', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    for (const code of known) {
      for (let i = 0; i < 18; i += 1) {
        for (const character of alphabet) {
          if (character === code[i]) continue;
          expect(isCreditCode(code.slice(0, i) + character + code.slice(i + 1)), `${code} ${i} ${character}`).toBe(
            false,
          );
        }
      }
    }
  });

  it('with two neighbours of its first seventeen swapped is wrong', () => {
    for (const code of known) {
      for (let i = 0; i < 16; i += 1) {
        const [a = '', b = ''] = [code[i], code[i + 1]];
        if (a === b) continue;
        expect(isCreditCode(code.slice(0, i) + b + a + code.slice(i + 2)), `${code} ${i}`).toBe(false);
      }
    }
  });

  it('has 18 characters, none of them I, O, S, V or Z, and none in lower case', () => {
    for (const code of ['', '91440300192203821', '9144030019220382166', '9I4403001922038216', '91330100799655058b']) {
      expect(isCreditCode(code), code).toBe(false);
    }
  });
});

describe('the number of a new licence', () => {
  const region = fc.stringMatching(/^[1-9][0-9]{5}$/);

  it('is right for every region and serial, begins with 92 and the region, and says its serial once', () => {
    fc.assert(
      fc.property(region, fc.nat(18_000_000_000), (place, serial) => {
        const code = creditCode(place, serial);
        expect(isCreditCode(code)).toBe(true);
        expect(code.slice(0, 8)).toBe(`92${place}`);
        expect(code.slice(8, 16)).not.toBe(creditCode(place, serial + 1).slice(8, 16));
      }),
    );
  });

  it('never comes twice in one region', () => {
    const codes = Array.from({ length: 5000 }, (_, serial) => creditCode('110105', serial));
    expect(new Set(codes).size).toBe(5000);
  });

  it('begins where the market registers do', () => {
    expect(creditCode('110105', 0)).toBe('92110105MA0000007H');
    expect(creditCode('110105', 31 ** 6).slice(8, 10)).toBe('MB');
  });

  it('ends when there is no serial left, and stops the node', () => {
    const serials = 31 ** 7 - 10 * 31 ** 6;
    expect(isCreditCode(creditCode('110105', serials - 1))).toBe(true);
    for (const serial of [serials, -1, 1.5]) expect(() => creditCode('110105', serial)).toThrow(LedgerError);
  });
});
