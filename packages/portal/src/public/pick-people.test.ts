import { expect, test } from 'vitest';
import { pickPeople, rankOf } from './pick-people.ts';

const people = Array.from({ length: 200 }, (_, at) => ({
  ...{ id: `p${at}`, name: `云${at}`, note: at === 120 ? '登记员' : '居民', identityLevel: 2, officer: false },
}));

test('the page shows the first few of an organ however many there are, and says how many more', () => {
  const { people: shown, more } = pickPeople(people, '公安厅', '');
  expect(shown.map(({ id }) => id)).toEqual(['p0', 'p1', 'p2', 'p3', 'p4']);
  expect(more).toBe(195);
});

test('somebody is found by name, by duty and by organ, and nobody by what is nowhere', () => {
  expect(pickPeople(people, '公安厅', ' 云77 ').people.map(({ id }) => id)).toEqual(['p77']);
  expect(pickPeople(people, '公安厅', '登记员').people.map(({ id }) => id)).toEqual(['p120']);
  expect(pickPeople(people, '公安厅', '公安').more).toBe(195);
  expect(pickPeople(people, '公安厅', '无名')).toEqual({ people: [], more: 0 });
});

test('citizens stand before officers, and a large office before a small one', () => {
  const officers = people.map((person) => ({ ...person, officer: true }));
  const ranks = [people.slice(0, 1), officers, officers.slice(0, 2), []].map(rankOf);
  expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  expect(new Set(ranks).size).toBe(4);
});
