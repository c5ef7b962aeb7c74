import { expect, test } from 'vitest';
import { splitEnglish } from './split-english.ts';

const known = new Set(['i', 'have', 'a', 'dog', 'do', 'shop', 'open', 'school', 'start']);
const wordsOf = (letters: string) => splitEnglish(letters, known).map(({ word }) => word);

test('letters that fall into known words without a rest give those words, in order', () => {
  expect(wordsOf('ihaveadog')).toEqual(['i', 'have', 'a', 'dog']);
  expect(splitEnglish('openashop', known)).toEqual([
    { word: 'open', start: 0 },
    { word: 'a', start: 4 },
    { word: 'shop', start: 5 },
  ]);
});

test('a word with an ending is the word', () => {
  expect(wordsOf('schoolstarts')).toEqual(['school', 'start']);
  expect(wordsOf('openingshops')).toEqual(['open', 'shop']);
});

test('letters with a rest are no English: the dog of dogma is chance', () => {
  expect(wordsOf('dogma')).toEqual([]);
  expect(wordsOf('gongjijin')).toEqual([]);
  expect(wordsOf('')).toEqual([]);
});

test('a whole page of letters costs no more than its length', () => {
  const start = performance.now();
  splitEnglish('ihaveadog'.repeat(500), known);
  expect(performance.now() - start).toBeLessThan(500);
});
