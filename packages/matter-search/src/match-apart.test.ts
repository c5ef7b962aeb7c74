import { expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { searchMatters } from './search-matters.ts';

const shop = {
  id: 'shop',
  name: { 'zh-CN': '设立登记', en: 'Registration' },
  aliases: ['开店', '开饭店'],
  hints: [],
  english: ['shop'],
};
const index = buildIndex([shop]);
const find = (typed: string) => searchMatters(index, typed);

test('a verb and its object are found with something between them', () => {
  expect(find('我要开一家修鞋店')).toMatchObject({ kind: 'hits', hits: [{ id: 'shop', matched: [{ how: 'apart' }] }] });
});

test('the word in one piece is found as itself', () => {
  expect(find('开店')).toMatchObject({ kind: 'hits', hits: [{ matched: [{ term: '开店', how: 'exact' }] }] });
});

test('what stands too far away, or the wrong way round, is not that word', () => {
  expect(find('开始学习怎么用电脑修理店').kind).toBe('none');
  expect(find('店里的门打不开').kind).toBe('none');
});
