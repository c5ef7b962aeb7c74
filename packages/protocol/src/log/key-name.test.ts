import { describe, expect, it } from 'vitest';
import { findDecimal } from './decimal.ts';
import { hasControl, isKeyName } from './key-name.ts';

describe('key names', () => {
  it('are what C2SP lets them be', () => {
    for (const name of ['a', 'log.example/city', '明录.example', 'oid/1.3.6.1', 'x'.repeat(256)]) {
      expect(isKeyName(name)).toBe(true);
    }
  });

  it('are not empty, have no space of any script, no plus, no control, no half character', () => {
    const spaces = [
      ' ',
      '\t',
      '\n',
      '\v',
      '\f',
      '\r',
      '\u0085',
      '\u00a0',
      '\u1680',
      '\u2003',
      '\u2028',
      '\u205f',
      '\u3000',
    ];
    for (const foreign of [...spaces, '+', '\0', '\u001b', '\ud800']) expect(isKeyName(`a${foreign}b`)).toBe(false);
    expect(isKeyName('')).toBe(false);
    expect(isKeyName('x'.repeat(257))).toBe(false);
  });

  it('controls are found, but for the one allowed', () => {
    expect(hasControl('a\nb')).toBe(true);
    expect(hasControl('a\nb', 0x0a)).toBe(false);
    expect(hasControl('a\rb', 0x0a)).toBe(true);
    expect(hasControl('a b~\u007f中')).toBe(false);
  });
});

describe('decimals', () => {
  it('are read in their one form', () => {
    for (const value of [0, 7, 10, 123_456, Number.MAX_SAFE_INTEGER]) expect(findDecimal(String(value))).toBe(value);
  });

  it('are not read in any other', () => {
    for (const text of [
      '',
      ' 1',
      '1 ',
      '+1',
      '-1',
      '01',
      '00',
      '1.0',
      '1e3',
      '0x1',
      '１',
      '9007199254740992',
      '1\n',
      '1_000',
    ]) {
      expect(findDecimal(text)).toBeUndefined();
    }
  });
});
