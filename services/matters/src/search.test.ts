import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatterFinder } from './matter-finder.ts';
import { matters } from './matters.ts';
import { phrases, phrasesOfNone } from './phrases.ts';
import { unseenFifth, unseenFifthOfNone } from './unseen-phrases-fifth.ts';
import { unseenFirst, unseenFirstOfNone } from './unseen-phrases-first.ts';
import { unseenFourth, unseenFourthOfNone } from './unseen-phrases-fourth.ts';
import { unseenSecond, unseenSecondOfNone } from './unseen-phrases-second.ts';
import { unseenThird, unseenThirdOfNone } from './unseen-phrases-third.ts';

const find = createMatterFinder();
const MS_A_QUERY = 2;

function missed(list: readonly (readonly [string, string])[]): string[] {
  return list
    .filter(([typed, right]) => {
      const result = find(typed);
      return result.kind === 'none' || result.hits[0]?.id !== right;
    })
    .map(([typed]) => typed);
}
const found = (list: readonly string[]) => list.filter((typed) => find(typed).kind !== 'none');

describe('what people type', () => {
  it('is answered right first for at least 54 of the 60 phrases, and for none of the ten that fit none', () => {
    expect(missed(phrases).length, missed(phrases).join(' · ')).toBeLessThanOrEqual(6);
    expect(found(phrasesOfNone)).toEqual([]);
  });

  it.each([
    ['first', unseenFirst, unseenFirstOfNone],
    ['second', unseenSecond, unseenSecondOfNone],
    ['third', unseenThird, unseenThirdOfNone],
    ['fourth', unseenFourth, unseenFourthOfNone],
    ['fifth', unseenFifth, unseenFifthOfNone],
  ] as const)(
    'stays right for nine in ten of the %s round of unseen phrases, and says nothing wrong',
    (_, list, none) => {
      expect(missed(list).length, missed(list).join(' · ')).toBeLessThanOrEqual(list.length / 10);
      expect(found(none)).toEqual([]);
    },
  );

  it('needs at most two milliseconds of this machine', () => {
    const all = [...phrases, ...unseenFirst, ...unseenSecond].map(([typed]) => typed);
    const rounds = Array.from({ length: 5 }, () => {
      const start = performance.now();
      for (const typed of all) find(typed);
      return (performance.now() - start) / all.length;
    });
    expect(Math.min(...rounds)).toBeLessThanOrEqual(MS_A_QUERY);
  });
});

describe('laws over the real guides', () => {
  const words = matters.flatMap(({ aliases, hints }) => [...aliases, ...hints]);
  const sentence = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 8 })
    .map((parts) => parts.join(''));

  it('never throws, and answers the same for spaces between any characters', () => {
    fc.assert(
      fc.property(sentence, (typed) => {
        expect(find([...typed.normalize('NFKC')].join(' '))).toEqual(find(typed));
      }),
    );
  });

  it('stays bounded for a whole page pasted in', () => {
    const start = performance.now();
    find('我在外地上班想把公积金取出来租房子结婚办证'.repeat(1000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
