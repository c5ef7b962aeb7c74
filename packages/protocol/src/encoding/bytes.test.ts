import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, equalBytes } from './bytes.ts';

const bytes = fc.uint8Array({ maxLength: 40 });

describe('byte strings', () => {
  it('are joined in their order', () => {
    fc.assert(
      fc.property(fc.array(bytes, { maxLength: 5 }), (parts) => {
        expect([...concatBytes(...parts)]).toEqual(parts.flatMap((part) => [...part]));
      }),
    );
  });

  it('are joined into a new array, even one alone', () => {
    const part = new Uint8Array([1, 2]);
    const joined = concatBytes(part);
    joined[0] = 9;
    expect(part[0]).toBe(1);
    expect(concatBytes()).toEqual(new Uint8Array(0));
  });

  it('are equal to their copies', () => {
    fc.assert(fc.property(bytes, (one) => equalBytes(one, one.slice())));
  });

  it('differ when one bit does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(), fc.nat(7), (one, place, bit) => {
        const other = one.slice();
        const at = place % one.length;
        other[at] = other[at]! ^ (1 << bit);
        expect(equalBytes(one, other)).toBe(false);
      }),
    );
  });

  it('differ when one is the start of the other', () => {
    fc.assert(fc.property(bytes, (one) => !equalBytes(one, concatBytes(one, new Uint8Array(1)))));
  });
});
