import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../../vectors/protocol/rfc4648.json' with { type: 'json' };
import { asciiBytes, lendAsciiBytes } from './ascii.ts';
import { base64Decode, base64Encode } from './base64.ts';
import { base64urlDecode, base64urlDecodeAscii, base64urlDecodeInto, base64urlEncode } from './base64url.ts';
import { hexDecode, hexEncode } from './hex.ts';

const bytesUpTo = (maxLength: number) => fc.uint8Array({ maxLength });
const refused = (code: string) => expect.objectContaining({ name: 'ProtocolError', code });

describe('the texts of RFC 4648', () => {
  it.each(vectors.cases)('$hex is $base64 and $base64url', ({ hex, base64, base64url }) => {
    const bytes = hexDecode(hex);
    expect(hexEncode(bytes)).toBe(hex);
    expect(base64Encode(bytes)).toBe(base64);
    expect(base64urlEncode(bytes)).toBe(base64url);
    expect(base64Decode(base64)).toEqual(bytes);
    expect(base64urlDecode(base64url)).toEqual(bytes);
  });

  it.each(vectors.notCanonical.base64url)('%j is no canonical base64url', (text) => {
    expect(() => base64urlDecode(text)).toThrow(refused('base64url-malformed'));
  });

  it.each(vectors.notCanonical.base64)('%j is no canonical base64', (text) => {
    expect(() => base64Decode(text)).toThrow(refused('base64-malformed'));
  });
});

describe('base64url', () => {
  it('gives back what it was given, of any length', () => {
    fc.assert(
      fc.property(bytesUpTo(300), (bytes) => {
        expect(base64urlDecode(base64urlEncode(bytes))).toEqual(bytes);
      }),
    );
  });

  it('agrees with the encoder of the platform', () => {
    fc.assert(
      fc.property(bytesUpTo(300), (bytes) => {
        expect(base64urlEncode(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
      }),
    );
  });

  it('has one text for each byte string: whatever is read is what would be written', () => {
    const characters = fc.constantFrom(...'ABYZabyz0189-_+/=. \né中');
    fc.assert(
      fc.property(fc.string({ unit: characters, maxLength: 12 }), (text) => {
        let bytes: Uint8Array;
        try {
          bytes = base64urlDecode(text);
        } catch (error) {
          expect(error).toEqual(refused('base64url-malformed'));
          return;
        }
        expect(base64urlEncode(bytes)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses every single character outside the alphabet, wherever it stands', () => {
    const alphabet = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
    for (let unit = 0; unit < 0x180; unit++) {
      const character = String.fromCharCode(unit);
      if (alphabet.has(character)) continue;
      for (let place = 0; place < 7; place++) {
        const text = `${'A'.repeat(place)}${character}${'A'.repeat(6 - place)}`;
        expect(() => base64urlDecode(text), `${unit} at ${place}`).toThrow(refused('base64url-malformed'));
      }
    }
  });

  it('does not take a character of two bytes for the one of its low byte', () => {
    expect(() => base64urlDecode('AA\u0141A')).toThrow(refused('base64url-malformed'));
    expect(() => base64urlDecode('AA\u0141')).toThrow(refused('base64url-malformed'));
  });

  it('refuses spare bits that are not zero', () => {
    for (const last of 'BCDEFGHIJKLMNOP') expect(() => base64urlDecode(`A${last}`)).toThrow();
    for (const last of 'BCD') expect(() => base64urlDecode(`AA${last}`)).toThrow();
    expect(base64urlDecode('AQ')).toEqual(new Uint8Array([1]));
    expect(base64urlDecode('AAE')).toEqual(new Uint8Array([0, 1]));
  });

  it('reads a part of a text in bytes', () => {
    expect(base64urlDecodeAscii(asciiBytes('..Zm9v..'), 2, 6)).toEqual(asciiBytes('foo'));
    expect(() => base64urlDecodeAscii(asciiBytes('..Zm9v..'), 2, 7)).toThrow(refused('base64url-malformed'));
  });

  it('reads into the start of an array and says how far', () => {
    const target = new Uint8Array(5).fill(9);
    expect(base64urlDecodeInto(asciiBytes('Zm9v'), { start: 0, end: 4 }, target)).toBe(3);
    expect(target).toEqual(new Uint8Array([0x66, 0x6f, 0x6f, 9, 9]));
  });

  it('reads texts longer than what is lent', () => {
    const bytes = new Uint8Array(60_000).map((_, place) => place % 251);
    expect(base64urlDecode(base64urlEncode(bytes))).toEqual(bytes);
  });
});

describe('padded base64', () => {
  it('gives back what it was given, and agrees with the encoder of the platform', () => {
    fc.assert(
      fc.property(bytesUpTo(100), (bytes) => {
        expect(base64Decode(base64Encode(bytes))).toEqual(bytes);
        expect(base64Encode(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
    );
  });

  it('has one text for each byte string', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgwZ9+/-_= é'), maxLength: 9 }), (text) => {
        let bytes: Uint8Array;
        try {
          bytes = base64Decode(text);
        } catch (error) {
          expect(error).toEqual(refused('base64-malformed'));
          return;
        }
        expect(base64Encode(bytes)).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('hexadecimal', () => {
  it('gives back what it was given', () => {
    fc.assert(
      fc.property(bytesUpTo(64), (bytes) => {
        expect(hexDecode(hexEncode(bytes))).toEqual(bytes);
        expect(hexEncode(bytes)).toBe(Buffer.from(bytes).toString('hex'));
      }),
    );
  });

  it.each(['a', 'AB', 'zz', '0x', '0 ', 'é0', 'abc'])('%j is refused', (text) => {
    expect(() => hexDecode(text)).toThrow(refused('hex-malformed'));
  });
});

describe('lent bytes', () => {
  it('are overwritten by the next text, as their name says', () => {
    const first = lendAsciiBytes('abc');
    lendAsciiBytes('xyz');
    expect(first.subarray(0, 3)).toEqual(asciiBytes('xyz'));
  });

  it('mark whatever is not ASCII', () => {
    expect(asciiBytes('a\u007f\u0080\u4e2d')).toEqual(new Uint8Array([0x61, 0x7f, 0xff, 0xff]));
  });
});
