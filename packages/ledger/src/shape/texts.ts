import { type RequiredShape, required } from './shape.ts';

/**
 * Characters that make a name look like another one, or hide part of it: controls, invisible and zero-width ones,
 * bidirectional marks, overrides and isolates, odd spaces, variation selectors, private use, tags, non-characters.
 * Given by code and never by Unicode property: what a property covers changes from one Node version to the next, and
 * with it would the answer of a node.
 */
const HIDDEN: readonly (readonly [first: number, last: number])[] = [
  [0x00, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x1680, 0x1680],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2000, 0x200f],
  [0x2028, 0x202f],
  [0x205f, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xe000, 0xf8ff],
  [0xfdd0, 0xfdef],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0x10ffff],
];
const SPACE = 0x20;
const IDEOGRAPHIC_SPACE = 0x3000;
const CJK_FIRST = 0x4e00;
const CJK_LAST = 0x9fff;

/** Words shown to people: length in UTF-16 units, no hidden characters, no spaces at the ends. Not normalised: bytes stay bytes. */
export function displayText(minLength: number, maxLength: number): RequiredShape<string> {
  return required((value) => {
    if (typeof value !== 'string') return 'type';
    if (value.length < minLength || value.length > maxLength) return 'length';
    return isSpaceAt(value, 0) || isSpaceAt(value, value.length - 1) || hidesSomething(value) ? 'format' : undefined;
  });
}

/** Text of a fixed alphabet; the pattern must be anchored and bound its own length. */
export function pattern(expression: RegExp): RequiredShape<string> {
  return required((value) => {
    if (typeof value !== 'string') return 'type';
    return expression.test(value) ? undefined : 'format';
  });
}

export function oneOf<const T extends string>(...values: readonly T[]): RequiredShape<T> {
  return required((value) => {
    if (typeof value !== 'string') return 'type';
    return (values as readonly string[]).includes(value) ? undefined : 'value';
  });
}

function isSpaceAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === SPACE || code === IDEOGRAPHIC_SPACE;
}

function hidesSomething(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= CJK_FIRST && code <= CJK_LAST) continue;
    const point = text.codePointAt(i) ?? code;
    if (point > 0xffff) i += 1;
    if (isHidden(point)) return true;
  }
  return false;
}

function isHidden(point: number): boolean {
  for (const [first, last] of HIDDEN) {
    if (point < first) return false;
    if (point <= last) return true;
  }
  return false;
}
