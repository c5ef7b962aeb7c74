import { expect, test } from 'vitest';
import { type ScopeItem, searchScope } from './search-scope.ts';

const item = (code: string, name: string, everyday: string[]): ScopeItem => ({
  code,
  name,
  everyday,
  english: '',
  treatment: 'ordinary',
});
const items: ScopeItem[] = [
  item('6210', '正餐服务', ['饭馆', '饭店', '餐馆', '炒菜']),
  item('6291', '小吃服务', ['小吃', '早点', '包子铺', '煎饼']),
  item('8040', '理发及美容服务', ['理发店', '剪头发', '美发']),
  item('5243', '图书、报刊零售', ['书店', '卖书', 'bookshop']),
];
const codes = (query: string) => searchScope(items, query).map((item) => item.code);

test('an everyday sentence finds the scope its words are an alias of', () => {
  expect(codes('我想开一家小饭馆')[0]).toBe('6210');
  expect(codes('剪头发')[0]).toBe('8040');
});

test('the official name and the code find the scope too', () => {
  expect(codes('小吃服务')[0]).toBe('6291');
  expect(codes('5243')).toEqual(['5243']);
  expect(codes('62')).toEqual(['6210', '6291']);
});

test('full-width letters, capitals and spaces do not hide a scope', () => {
  expect(codes('ＢＯＯＫ shop')[0]).toBe('5243');
});

test('letters in common are no word in common', () => {
  expect(codes('naichadian')).toEqual([]);
  expect(codes('book')).toEqual(['5243']);
});

test('an exact alias stands before a longer text that contains it', () => {
  expect(codes('小吃')[0]).toBe('6291');
});

test('words about nothing on the list find nothing, and so does an empty query', () => {
  expect(codes('核电站')).toEqual([]);
  expect(codes('   ')).toEqual([]);
});

test('no more than the limit is returned', () => {
  expect(searchScope(items, '服务', 2)).toHaveLength(2);
});
