import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../../../vectors/protocol/rfc3629.json' with { type: 'json' };
import { hexDecode, hexEncode } from './hex.ts';
import { utf8Decode, utf8DecodeStart, utf8Encode } from './utf8.ts';

const refused = (code: string, facts?: object) =>
  expect.objectContaining({ name: 'ProtocolError', code, ...(facts === undefined ? {} : { facts }) });
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

describe('UTF-8', () => {
  it.each(vectors.valid)('$hex is $text', ({ hex, text }) => {
    expect(hexEncode(utf8Encode(text))).toBe(hex);
    expect(utf8Decode(hexDecode(hex))).toBe(text);
  });

  it.each(vectors.malformed)('$hex is refused: $why', ({ hex, offset }) => {
    expect(() => utf8Decode(hexDecode(hex))).toThrow(refused('utf8-malformed', { offset }));
  });

  it('gives back every text it was given', () => {
    fc.assert(fc.property(anyText, (text) => utf8Decode(utf8Encode(text)) === text));
  });

  it('gives back every single code point', () => {
    for (let point = 0; point <= 0x10ffff; point += point < 0x3000 ? 1 : 97) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const text = String.fromCodePoint(point);
      expect(utf8Decode(utf8Encode(text))).toBe(text);
    }
  });

  it('agrees with the encoder of the platform', () => {
    const platform = new TextEncoder();
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Encode(text)).toEqual(platform.encode(text));
      }),
    );
  });

  it('reads and refuses the same bytes as a fatal decoder of the platform', () => {
    const platform = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const likely = fc.oneof(
      fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xf0, 0x90, 0xf4, 0x8f, 0xf5),
      fc.nat(255),
    );
    const outcome = (read: () => string) => {
      try {
        return read();
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(fc.array(likely, { maxLength: 8 }), (list) => {
        const bytes = new Uint8Array(list);
        expect(outcome(() => utf8Decode(bytes))).toBe(outcome(() => platform.decode(bytes)));
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['\ud800', 'a\udc00', '\udc00\ud800', '中\ud83d', '\ud83da'])('a lone surrogate has no bytes', (text) => {
    expect(() => utf8Encode(text)).toThrow(refused('text-not-well-formed'));
  });

  it('keeps a byte order mark: a text with one is another text', () => {
    expect(utf8Decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe('\ufeffa');
  });

  it('reads long texts in pieces, across any boundary', () => {
    for (const text of [
      'a'.repeat(4096),
      'a'.repeat(4097),
      '中'.repeat(5000),
      `${'a'.repeat(4095)}😀${'é'.repeat(9000)}`,
    ]) {
      expect(utf8Decode(utf8Encode(text))).toBe(text);
    }
  });

  it('reads the start of an array, and no byte beyond it', () => {
    expect(utf8DecodeStart(utf8Encode('ab中'), 2)).toBe('ab');
    expect(() => utf8DecodeStart(utf8Encode('ab中'), 4)).toThrow(refused('utf8-malformed', { offset: 2 }));
  });
});
