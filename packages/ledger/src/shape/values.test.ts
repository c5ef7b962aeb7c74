import { describe, expect, it } from 'vitest';
import { pattern } from './texts.ts';
import { anyObject, bool, integer, listOf } from './values.ts';

describe('a list', () => {
  const list = listOf(pattern(/^[0-9]{4}$/), 1, 3);

  it('has so many items, each of the kind wanted', () => {
    expect(list.problemOf(['6231'])).toBeUndefined();
    expect(list.problemOf(['6231', '6232', '6233'])).toBeUndefined();
    expect(list.problemOf([])).toBe('length');
    expect(list.problemOf(['1111', '2222', '3333', '4444'])).toBe('length');
    expect(list.problemOf(['6231', 'x'])).toBe('format');
    expect(list.problemOf(['6231', 1])).toBe('type');
    expect(list.problemOf('6231')).toBe('type');
    expect(list.problemOf({ 0: '6231' })).toBe('type');
  });

  it('names nothing twice', () => {
    expect(list.problemOf(['6231', '6231'])).toBe('repeated');
  });
});

describe('a number', () => {
  const number = integer(1, 10);

  it('is a whole one within its bounds', () => {
    expect([1, 10].map(number.problemOf)).toEqual([undefined, undefined]);
    expect([0, 11, -1].map(number.problemOf)).toEqual(['value', 'value', 'value']);
    expect([1.5, '1', true, null, 2 ** 53].map(number.problemOf)).toEqual(['type', 'type', 'type', 'type', 'type']);
  });
});

describe('a yes or no', () => {
  it('is nothing that merely counts as one', () => {
    expect([true, false].map(bool.problemOf)).toEqual([undefined, undefined]);
    expect([0, 1, 'true', null, []].map(bool.problemOf)).toEqual(['type', 'type', 'type', 'type', 'type']);
  });
});

describe('an object', () => {
  it('is neither a list nor nothing', () => {
    expect(anyObject.problemOf({})).toBeUndefined();
    expect([[], null, 'x', 1].map(anyObject.problemOf)).toEqual(['type', 'type', 'type', 'type']);
  });
});
