import { expect, test } from 'vitest';
import { findQuote } from './find-quote.ts';

const quotes = { '某条例 第六条': '甲', '某条例 第十六条第三款': '乙', '某条例 第十九条第一款': '丙' };

test('an article is quoted by its paragraph, else by whatever is quoted of it, and never by another', () => {
  expect(findQuote(quotes, '某条例 第十九条第一款')).toBe('丙');
  expect(findQuote(quotes, '某条例 第六条第七项')).toBe('甲');
  expect(findQuote(quotes, '某条例 第十六条')).toBe('乙');
  expect(findQuote(quotes, '某条例 第十条')).toBeUndefined();
  expect(findQuote(quotes, '民法典 第十八条')).toBeUndefined();
  expect(findQuote(quotes, '')).toBeUndefined();
});
