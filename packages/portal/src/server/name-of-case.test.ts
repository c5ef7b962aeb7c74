import { expect, test } from 'vitest';
import { nameOfCase } from './name-of-case.ts';

const t = ((key: string) => key) as Parameters<typeof nameOfCase>[2];

test('a case is called by its business, by having no name, or by its number where nothing is known', () => {
  expect(nameOfCase('c1', { tradeName: '小店' }, t)).toBe('小店');
  expect(nameOfCase('c1', {}, t)).toBe('registering.name.none');
  expect(nameOfCase('c1', undefined, t)).toBe('c1');
});
