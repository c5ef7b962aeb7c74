import { expect, test } from 'vitest';
import { pageRule } from './use-paper.ts';

test('a page of a roll is as long as the slip and its margins, and a sheet is a sheet', () => {
  expect(pageRule('roll', 96 * 4)).toBe('@page slip { size: 80mm 111mm; margin: 4mm }');
  expect(pageRule('sheet', 96 * 4)).toBe('@page slip { size: A5; margin: 8mm }');
});
