import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from './normalise.ts';
import { TRADITIONAL } from './traditional.ts';

describe('one spelling for what is typed', () => {
  it('takes full-width letters and digits as half-width ones, and capitals as small ones', () => {
    expect(normalise('ＹＹＺＺ８０岁')).toBe('yyzz80岁');
  });

  it('drops spaces, signs and emoji', () => {
    expect(normalise(' 办，执 照！？👍\u200b\u3000')).toBe('办执照');
  });

  it('reads traditional characters as simplified', () => {
    expect(normalise('營業執照')).toBe('营业执照');
  });

  it('keeps two hundred characters of whatever is pasted', () => {
    expect([...normalise('执'.repeat(5000))]).toHaveLength(200);
  });

  it('is the same done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text));
      }),
    );
  });

  it('maps each traditional character once, to one that is not mapped further', () => {
    const pairs = TRADITIONAL.split(' ').map((pair) => [...pair]);
    const from = pairs.map(([traditional]) => traditional);
    expect(new Set(from).size).toBe(from.length);
    for (const pair of pairs) {
      expect(pair).toHaveLength(2);
      expect(from).not.toContain(pair[1]);
    }
  });
});
