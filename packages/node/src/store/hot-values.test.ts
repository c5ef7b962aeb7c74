import { describe, expect, it } from 'vitest';
import { HotValues } from './hot-values.ts';

describe('HotValues', () => {
  it('finds what was put and not what was never there', () => {
    const hot = new HotValues(4);
    hot.put('a', '1');
    expect(hot.find('a')).toBe('1');
    expect(hot.find('b')).toBeUndefined();
  });

  it('never gives out an older text after a newer one was put or it was forgotten', () => {
    const hot = new HotValues(2);
    hot.put('a', 'old');
    hot.put('b', 'fills the first generation');
    hot.put('a', 'new');
    expect(hot.find('a')).toBe('new');
    hot.put('c', 'turns the generation');
    hot.forget('a');
    expect(hot.find('a')).toBeUndefined();
  });

  it('keeps what is asked for while others come and go', () => {
    const hot = new HotValues(10);
    hot.put('asked', 'x');
    for (let at = 0; at < 1000; at++) {
      hot.put(`other ${at}`, 'y');
      expect(hot.find('asked')).toBe('x');
    }
    expect(hot.find('other 3')).toBeUndefined();
  });

  it('holds at most two generations', () => {
    const hot = new HotValues(10);
    for (let at = 0; at < 1000; at++) hot.put(String(at), 'y');
    const kept = Array.from({ length: 1000 }, (_, at) => hot.find(String(at))).filter((text) => text !== undefined);
    expect(kept.length).toBeLessThanOrEqual(20);
  });
});
