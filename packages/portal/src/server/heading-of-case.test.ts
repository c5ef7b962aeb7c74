import { expect, test } from 'vitest';
import { sayIn } from '../language/say.ts';
import { headingOfCase } from './heading-of-case.ts';

const zh = sayIn('zh-CN', { looks: { someCase: '这件申请' }, granted: '“{{name}}”准予登记' });
const en = sayIn('en', { looks: { someCase: 'This case' }, granted: '"{{name}}" is registered' });

test('a case is called by its business, in quotation marks', () => {
  expect(headingOfCase('granted', { tradeName: '小店' }, zh)).toBe('“小店”准予登记');
});

test('a case nothing is known of is this case, and nothing is quoted', () => {
  expect(headingOfCase('granted', undefined, zh)).toBe('这件申请准予登记');
  expect(headingOfCase('granted', undefined, en)).toBe('This case is registered');
});

test('a business without a name is called that, and nothing is quoted', () => {
  const say = sayIn('zh-CN', { looks: { nameless: '未使用名称的个体工商户' }, granted: '“{{name}}”准予登记' });
  expect(headingOfCase('granted', {}, say)).toBe('未使用名称的个体工商户准予登记');
});
