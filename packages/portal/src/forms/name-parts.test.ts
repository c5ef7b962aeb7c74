import { expect, test } from 'vitest';
import type { NameRule } from '../server/service.ts';
import { nameParts, nameProblems } from './name-parts.ts';

const cite = (article: string) => ({ law: '企业名称登记管理规定', article });
const rule: NameRule = {
  partsArticle: cite('第六条'),
  forms: ['经营部', '服务部', '店', '馆', '部'],
  suffix: '（个体工商户）',
  charactersArticle: cite('第五条'),
  shopNameArticle: cite('第八条'),
  forbidden: [
    { code: 'state', article: cite('第十二条'), words: ['中国', '国际'] },
    { code: 'other-forms', article: cite('第十条'), words: ['公司', '企业'] },
  ],
};
const known = { places: ['云川省', '明州市', '东湖区'], trades: ['茶馆', '小吃店', '水果', '修车'] };
const read = (name: string) => nameParts(name, rule, known);
const problems = (name: string) =>
  nameProblems(name, rule, read(name)).map(({ code, word, article }) => [code, word, article.article]);

test('a name falls into place, fancy name, trade and form', () => {
  expect(read('明州市东湖区清风茶馆')).toEqual({ place: '明州市东湖区', shopName: '清风', trade: '茶', form: '馆' });
  expect(read('东湖区张三小吃店（个体工商户）')).toEqual({
    place: '东湖区',
    shopName: '张三',
    trade: '小吃',
    form: '店',
  });
  expect(read('秀英水果经营部')).toEqual({ place: '', shopName: '秀英', trade: '水果', form: '经营部' });
  expect(read('清风茶馆（东湖分店）')).toMatchObject({ trade: '茶', form: '馆（东湖分店）' });
});

test('a part that is not there is empty, and a place alone is a fancy name', () => {
  expect(read('清风')).toEqual({ place: '', shopName: '清风', trade: '', form: '' });
  expect(read('东湖区')).toMatchObject({ place: '', shopName: '东湖区' });
  expect(read('')).toEqual({ place: '', shopName: '', trade: '', form: '' });
});

test('no character is lost or made: the parts put together are the name', () => {
  for (const name of ['明州市东湖区清风茶馆', '小店', '修车', '茶馆', '云川省明州市老王经营部（河西）', 'Tea 24'])
    expect(Object.values(read(name)).join('')).toBe(name);
});

test('each word that is not allowed is named with its article', () => {
  expect(problems('中国清风国际茶馆')).toEqual([
    ['state', '中国', '第十二条'],
    ['state', '国际', '第十二条'],
  ]);
  expect(problems('清风茶叶公司')).toEqual([['other-forms', '公司', '第十条']]);
  expect(problems('明州市清风茶馆')).toEqual([]);
  expect(problems(' ')).toEqual([]);
});

test('letters, digits and signs are not 规范汉字, and a fancy name has two characters', () => {
  expect(problems('清风Tea·24茶馆')).toEqual([['characters', 'T e a · 2 4', '第五条']]);
  expect(problems('东湖区好茶馆')).toEqual([['shop-name', '好', '第八条']]);
  expect(problems('茶馆')).toEqual([['shop-name', '', '第八条']]);
});
