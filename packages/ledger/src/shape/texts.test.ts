import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayText, oneOf, pattern } from './texts.ts';

describe('words shown to people', () => {
  const name = displayText(2, 60);

  it('may be any readable script', () => {
    for (const text of ['清风茶馆', '李记·老面馆（朝阳店）', 'Café Müller', 'Чай', '𠮷野家', '茶 馆', 'ab']) {
      expect(name.problemOf(text), text).toBeUndefined();
    }
  });

  it('may be neither too short nor too long', () => {
    expect(name.problemOf('茶')).toBe('length');
    expect(name.problemOf('')).toBe('length');
    expect(name.problemOf('茶'.repeat(60))).toBeUndefined();
    expect(name.problemOf('茶'.repeat(61))).toBe('length');
  });

  it('may not start or end with a space, an ideographic one included', () => {
    for (const text of [' 茶馆', '茶馆 ', '\u3000茶馆', '茶馆\u3000']) expect(name.problemOf(text)).toBe('format');
    expect(name.problemOf('茶\u3000馆')).toBeUndefined();
  });

  it('may hide nothing: no control, bidirectional, zero-width, odd space, selector, private or tag character', () => {
    const hidden = [
      0x00, 0x07, 0x09, 0x0a, 0x0d, 0x1f, 0x7f, 0x85, 0xa0, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x2000, 0x200b, 0x200d,
      0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xe000, 0xf8ff, 0xfdd0,
      0xfe0f, 0xfeff, 0xffa0, 0xfff9, 0xfffe, 0xffff, 0x1d173, 0xe0001, 0xe0041, 0xe0100, 0xf0000, 0x10ffff,
    ];
    for (const point of hidden) {
      expect(name.problemOf(`茶${String.fromCodePoint(point)}馆`), point.toString(16)).toBe('format');
    }
  });

  it('may hold no half of a surrogate pair', () => {
    expect(name.problemOf('茶\ud842馆')).toBe('format');
    expect(name.problemOf('茶\udfb7馆')).toBe('format');
  });

  it('must be text', () => {
    for (const value of [null, 1, true, [], {}]) expect(name.problemOf(value)).toBe('type');
  });

  it('are judged alike wherever a hidden character stands', () => {
    const readable = fc.stringMatching(/^[a-z\u4e00-\u9fa5]{2,20}$/);
    fc.assert(
      fc.property(readable, fc.nat(20), fc.constantFrom('\u202e', '\u200b', '\n', '\u{e0041}'), (text, at, hidden) => {
        expect(name.problemOf(text)).toBeUndefined();
        const place = at % (text.length + 1);
        expect(name.problemOf(text.slice(0, place) + hidden + text.slice(place))).toBe('format');
      }),
    );
  });
});

describe('a pattern', () => {
  const code = pattern(/^[0-9]{4}$/);

  it('takes what it describes and nothing around it', () => {
    expect(code.problemOf('6231')).toBeUndefined();
    for (const text of ['623', '62311', ' 6231', '6231\n', '６２３１', '']) expect(code.problemOf(text)).toBe('format');
    expect(code.problemOf(6231)).toBe('type');
  });
});

describe('one of a few words', () => {
  const word = oneOf('grant', 'refuse');

  it('takes those and no other', () => {
    expect(word.problemOf('grant')).toBeUndefined();
    expect(word.problemOf('Grant')).toBe('value');
    expect(word.problemOf('toString')).toBe('value');
    expect(word.problemOf(null)).toBe('type');
  });
});
