import { expect, test } from 'vitest';
import { sayIn } from './say.ts';

const sentences = {
  desk: { count_one: '{{count}} case', count_other: '{{count}} cases', title: 'Desk' },
  pages: { count_zero: 'none', count_other: '{{count}} pages' },
  hello: 'Hello, {{name}}. {{name}}!',
};
const say = sayIn('en', sentences);

test('a sentence is found by its key, and every hole of it is filled', () => {
  expect(say('desk.title')).toBe('Desk');
  expect(say('hello', { name: '王秀英' })).toBe('Hello, 王秀英. 王秀英!');
  expect(say('hello')).toBe('Hello, . !');
});

test('what fills a hole is not read for holes of its own', () => {
  expect(say('hello', { name: '{{count}} $& ' })).toBe('Hello, {{count}} $& . {{count}} $& !');
});

test('a count takes the form of its language, and none at all the form of its own', () => {
  expect(say('desk.count', { count: 1 })).toBe('1 case');
  expect(say('desk.count', { count: 0 })).toBe('0 cases');
  expect(say('pages.count', { count: 0 })).toBe('none');
  expect(sayIn('zh-CN', { n_other: '{{count}} 件' })('n', { count: 1 })).toBe('1 件');
});

test('a key without a sentence gives what stands in for it, else the key; a section is no sentence', () => {
  expect(say('no.such')).toBe('no.such');
  expect(say('no.such', { defaultValue: 'else' })).toBe('else');
  expect(say('desk')).toBe('desk');
});

test('a code from outside finds nothing that is not among the sentences', () => {
  for (const key of ['constructor', 'desk.toString', '__proto__', 'desk.title.length']) expect(say(key)).toBe(key);
});
