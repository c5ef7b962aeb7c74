import { describe, expect, it } from 'vitest';
import { RecentlyUsed } from './recently-used.ts';

describe('what was used recently', () => {
  it('stays, and what was not falls out and is told of', () => {
    const dropped: string[] = [];
    const recent = new RecentlyUsed<string>(2, (value) => dropped.push(value));
    recent.keep('a', 'A');
    recent.keep('b', 'B');
    expect(recent.find('a')).toBe('A');
    recent.keep('c', 'C');
    expect([recent.find('a'), recent.find('b'), recent.find('c')]).toEqual(['A', undefined, 'C']);
    expect(dropped).toEqual(['B']);
    expect(recent.size).toBe(2);
  });
});
