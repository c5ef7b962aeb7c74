import { describe, expect, it } from 'vitest';
import { sayLine } from './say-line.ts';

describe('a line that is said', () => {
  it('goes out whole through a pipe that takes a few bytes and refuses now and then', () => {
    let said = '';
    let turn = 0;
    sayLine('receipt 1 2 3', (bytes, from) => {
      turn += 1;
      if (turn % 2 === 0) throw Object.assign(new Error('full'), { code: 'EAGAIN' });
      const part = bytes.subarray(from, from + 3);
      said += Buffer.from(part).toString();
      return part.length;
    });
    expect(said).toBe('receipt 1 2 3\n');
  });

  it('does not hide that nobody listens any more', () => {
    const closed = (): number => {
      throw Object.assign(new Error('closed'), { code: 'EPIPE' });
    };
    expect(() => sayLine('x', closed)).toThrow('closed');
  });
});
