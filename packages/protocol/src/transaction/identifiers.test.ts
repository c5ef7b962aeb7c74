import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64urlEncode } from '../encoding/base64url.ts';
import { isChainName, isDeedName, isDigest, isRandom128, isSalt, isShortName } from './identifiers.ts';

const bytesOf = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

describe('names', () => {
  it.each(['minglu.example/city', 'a', 'Town-2/log_1', 'a'.repeat(128)])('%s is a chain', (name) => {
    expect(isChainName(name)).toBe(true);
  });

  it.each(['', '/a', '.a', 'a b', 'a+b', 'a\n', 'a\u00a0b', '城', 'a'.repeat(129)])('%j is no chain', (name) => {
    expect(isChainName(name)).toBe(false);
  });

  it.each(['cases.submit', 'keys.revoke', 'a.b', 'two-words.three-more-words'])('%s is a deed', (name) => {
    expect(isDeedName(name)).toBe(true);
  });

  it.each(['', 'cases', '.submit', 'cases.', 'a.b.c', 'a_b.c', 'A.b', 'a.b\n', '1a.b', `a.${'b'.repeat(33)}`])(
    '%j is no deed',
    (name) => {
      expect(isDeedName(name)).toBe(false);
    },
  );

  it.each(['public-security', 'org.1', '3rd', 'a_b', 'a'.repeat(64)])('%s is a short name', (name) => {
    expect(isShortName(name)).toBe(true);
  });

  it.each(['', '-a', '_a', 'A', 'a b', '__proto__', 'a\n', 'a'.repeat(65)])('%j is no short name', (name) => {
    expect(isShortName(name)).toBe(false);
  });
});

describe('fixed lengths of base64url', () => {
  it('accept every canonical text of 16 or 32 bytes, and not each other', () => {
    fc.assert(
      fc.property(bytesOf(16), bytesOf(32), (short, long) => {
        const [id, digest] = [base64urlEncode(short), base64urlEncode(long)];
        expect([isRandom128(id), isDigest(digest)]).toEqual([true, true]);
        expect([isRandom128(digest), isDigest(id)]).toEqual([false, false]);
      }),
    );
  });

  it('accept exactly the last characters whose spare bits are zero', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const lasts = (accepts: (text: string) => boolean, length: number) =>
      [...alphabet].filter((last) => accepts('A'.repeat(length - 1) + last)).join('');
    expect(lasts(isRandom128, 22)).toBe('AQgw');
    expect(lasts(isDigest, 43)).toBe('AEIMQUYcgkosw048');
  });

  it('accept salts of 128 bits and more', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 17, maxLength: 64 }), (bytes) => isSalt(base64urlEncode(bytes))));
    expect(isSalt('A'.repeat(21))).toBe(false);
    expect(isSalt('A'.repeat(25))).toBe(false);
    expect(isSalt('A'.repeat(87))).toBe(false);
  });
});
