import { expect, test } from 'vitest';
import { type Line, linesUnder } from './lines-under.ts';

const rows: Line[] = [
  ['A', '农业'],
  ['01', '种植'],
  ['011', '谷物'],
  ['B', '零售'],
  ['52', '零售业'],
  ['521', '综合'],
  ['5211', '百货'],
  ['522', '食品'],
];
const codes = (code?: string) => linesUnder(rows, code).map(([one]) => one);

test('each level shows the next one and nothing of its neighbours', () => {
  expect(codes()).toEqual(['A', 'B']);
  expect(codes('A')).toEqual(['01']);
  expect(codes('B')).toEqual(['52']);
  expect(codes('52')).toEqual(['521', '522']);
  expect(codes('521')).toEqual(['5211']);
  expect(codes('522')).toEqual([]);
});
