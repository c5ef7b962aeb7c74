import { randomBytes } from 'node:crypto';
import { scopeItems } from '@minglu/individual-business';

/** What somebody fills into the form. */
export interface FilledForm {
  readonly tradeName: string;
  readonly scope: readonly string[];
  /** GB/T 2260, six digits. */
  readonly region: string;
  readonly operator: string;
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈',
];
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂文辉玲华红建国云飞雪梅兰春生志海燕宁晨昊雨欣子涵浩然思远佳怡俊峰晓东',
];
const SHOP_WORDS = [
  ...'晨光清风和顺福源家味老街新桥东湖南塘春禾秋实金泰兴隆好邻佳美雅居云锦百合青松明月江畔山水小巷甜心知味瑞祥吉庆',
];
const SHOP_ENDS = [
  '小吃店',
  '便利店',
  '理发店',
  '面馆',
  '茶馆',
  '水果店',
  '服装店',
  '五金店',
  '修理铺',
  '花店',
  '经营部',
  '商行',
];
/** By the district's code. The names are made up, and as long as real ones. */
const DISTRICTS: readonly (readonly [code: string, name: string])[] = [
  ['330203', '明州市东湖区'],
  ['330205', '明州市江畔区'],
  ['330206', '明州市北桥区'],
  ['330211', '明州市海宁镇'],
  ['330212', '明州市南塘区'],
  ['330225', '明州市石浦镇'],
  ['330281', '明州市余山镇'],
  ['330299', '明州市'],
];
const SCOPES = scopeItems.filter(({ treatment }) => treatment === 'ordinary').map(({ code }) => code);
const MOST_SCOPES = 3;

const CHOICES = 22;
/** A name that is taken goes to a person, and so does one with digits: six characters of forty-eight keep a million shops of one city apart. */
const SERIAL = 6;

/** Forms as a city's shops fill them in, each its own; none needs an officer. */
export function fillForm(): FilledForm {
  const bytes = randomBytes(2 * CHOICES);
  let at = 0;
  const pick = <T>(from: readonly T[]): T => {
    const value = from[bytes.readUInt16BE(at) % from.length] as T;
    at += 2;
    return value;
  };
  const [region, district] = pick(DISTRICTS);
  const tradeName = `${district}${Array.from({ length: 2 + SERIAL }, () => pick(SHOP_WORDS)).join('')}${pick(SHOP_ENDS)}`;
  const operator = `${pick(SURNAMES)}${pick(GIVEN)}${pick([true, true, false]) ? pick(GIVEN) : ''}`;
  const scope = Array.from({ length: pick([1, 1, 2, MOST_SCOPES]) }, () => pick(SCOPES));
  return { tradeName, scope: [...new Set(scope)].sort(), region, operator };
}
