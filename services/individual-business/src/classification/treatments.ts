import type { ScopeTreatment } from '../scope-item.ts';
import { classNames } from './class-names.ts';

/**
 * What the office does with a 小类, by the longest beginning of its code that stands here. `look`: it is not in the office's usual
 * catalogue, so a person finds out what is meant; that is the safe side, and decides nothing.
 */
const RULES: readonly (readonly [treatment: ScopeTreatment | 'look', starts: string])[] = [
  // Farming, food, textiles, wood, paper, metalwork, machines: what workshops make.
  ['ordinary', '01 02 03 04 05 13 14 15 17 18 19 20 21 22 23 24 29 30 33 34 35 38 39 40 41 42 43'],
  ['look', '033 0532 1494 2330 2653 3022 3332 3593 3595 358 394 3915 412 4343'],
  // Mining, fuels, chemicals, medicine, metal from ore, vehicles, energy, building companies: licences that ask for more than a form shows.
  ['look', '06 07 08 09 10 11 12 25 26 28 31 32 36 37 44 45 46 47 48 53 541 542 55 56 57 601 609 63 64'],
  ['ordinary', '2681 2682 2683 2684 2689 3761 3770 49 50 51 52 543 544 58 59 61 62 65 70 71 72 73 74 75 80 81 82'],
  [
    'look',
    '5021 5022 5112 5143 5144 5145 5162 5169 5435 5443 5441 6571 7020 7111 7115 721 7241 7261 7262 7272 7279 7296',
  ],
  ['look', '741 742 743 744 745 746 747 748 76 77 78 79 8080 83 84 85 873 876 88 8911 8921 902 904 9053'],
  ['ordinary', '784 8770 8810 8870 8890 89 9011 9012 9019 903 905 909'],
  // 烟草专卖法, 药品管理法, 电信条例, 商业银行法, 保险法, 律师法, 公证法, 拍卖法, 旅行社条例, 出版管理条例: enterprises, firms or public bodies only.
  [
    'not-open',
    '16 271 272 273 274 275 276 5128 5151 5152 5182 5183 631 66 67 68 69 7010 7231 7232 7263 7291 86 871 872 874',
  ],
  ['look', '277 278 875'],
  // 互联网上网服务营业场所管理条例 第八条: 应当采用企业的组织形式.
  ['not-open', '9013 91 92 93 94 95 96 97'],
  // 登记注册前置审批目录: see `prior-approvals.ts`.
  ['prior-approval', '2671 2672 5265 5941 5942 6020 7271 8391'],
];

const byStart = new Map(RULES.flatMap(([treatment, starts]) => starts.split(' ').map((start) => [start, treatment])));

/** 小类 that the office's catalogue has, and what becomes of each. */
export const treatments: ReadonlyMap<string, ScopeTreatment> = new Map(
  [...classNames.keys()].flatMap((code): [string, ScopeTreatment][] => {
    const found = treatmentOf(code);
    return found === 'look' ? [] : [[code, found]];
  }),
);

function treatmentOf(code: string): ScopeTreatment | 'look' {
  for (let length = 4; length >= 2; length -= 1) {
    const found = byStart.get(code.slice(0, length));
    if (found !== undefined) return found;
  }
  return 'look';
}
