import { describe, expect, it } from 'vitest';
import { asciiBytes } from './ascii.ts';
import { digestForm, hasForm, lendFilledForm } from './digest-form.ts';
import { utf8Decode } from './utf8.ts';

const form = digestForm('{"a":"~","b":"~"}');
const filling = (character: string) => character.repeat(43);
const filled = (a: string, b: string) => asciiBytes(`{"a":"${filling(a)}","b":"${filling(b)}"}`);

describe('a form', () => {
  it('knows where its gaps start', () => {
    expect(form.gaps).toEqual([6, 56]);
    expect(form.text.length).toBe(13 + 2 + 2 * 43);
  });

  it('fits a text whatever stands in the gaps', () => {
    expect(hasForm(form, filled('x', '!'), form.text.length)).toBe(true);
  });

  it('fits no text with one byte changed outside the gaps', () => {
    for (let place = 0; place < form.text.length; place++) {
      if (form.gaps.some((gap) => place >= gap && place < gap + 43)) continue;
      const text = filled('x', 'y');
      text[place] = text[place]! ^ 1;
      expect(hasForm(form, text, text.length), `byte ${place}`).toBe(false);
    }
  });

  it('fits no shorter and no longer text', () => {
    const text = asciiBytes(`${utf8Decode(filled('x', 'y'))}}`);
    expect(hasForm(form, text, text.length)).toBe(false);
    expect(hasForm(form, text, text.length - 2)).toBe(false);
    expect(hasForm(form, text, text.length - 1)).toBe(true);
  });

  it('is filled from anywhere, in the order of its gaps', () => {
    const source = asciiBytes(`..${filling('q')}.${filling('p')}`);
    expect(utf8Decode(lendFilledForm(form, source, [46, 2]))).toBe(utf8Decode(filled('p', 'q')));
    expect(utf8Decode(lendFilledForm(form, source, [2, 46]))).toBe(utf8Decode(filled('q', 'p')));
  });
});
