import { expect, test } from 'vitest';
import { publishedPaths } from './published-paths.ts';

test('an empty log has no files, a small one a partial tile and bundle', () => {
  expect(publishedPaths(0)).toEqual([]);
  expect(publishedPaths(3)).toEqual(['tile/0/000.p/3', 'tile/entries/000.p/3']);
});

test('full tiles stand under a hash one level up', () => {
  expect(publishedPaths(513)).toEqual([
    'tile/0/000',
    'tile/entries/000',
    'tile/0/001',
    'tile/entries/001',
    'tile/0/002.p/1',
    'tile/entries/002.p/1',
    'tile/1/000.p/2',
  ]);
  expect(publishedPaths(65_536).slice(-2)).toEqual(['tile/1/000', 'tile/2/000.p/1']);
});
