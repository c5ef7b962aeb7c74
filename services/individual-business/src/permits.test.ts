import { describe, expect, it } from 'vitest';
import { classNames } from './classification/class-names.ts';
import { treatments } from './classification/treatments.ts';
import { individualBusiness } from './individual-business.ts';
import { findLaterPermit, laterPermits } from './later-permits.ts';
import { PRIOR_APPROVALS_EDITION, priorApprovals } from './prior-approvals.ts';
import { scopeItems } from './scope-items.ts';

const codesOf = (treatment: string) => [...treatments].filter(([, one]) => one === treatment).map(([code]) => code);

describe('what must be approved first', () => {
  it('is an item of a dated edition, with organ and article, for exactly the 小类 the contract asks about', () => {
    expect(PRIOR_APPROVALS_EDITION).toMatch(/^\d{4}$/);
    expect(priorApprovals.flatMap(({ codes }) => codes).sort()).toEqual(codesOf('prior-approval').sort());
    for (const { item, authority, article } of priorApprovals)
      expect([item, authority, article.law, article.article]).not.toContain('');
  });
});

describe('a permit that follows the licence', () => {
  it('names its organ and article, touches a 小类 of the standard, and has words in both languages', () => {
    for (const [permit, { item, authority, article, starts }] of Object.entries(laterPermits)) {
      expect([item, authority, article.law]).not.toContain('');
      expect(article.article).toMatch(/^第.+条/);
      for (const start of starts)
        expect(
          [...classNames.keys()].some((code) => code.startsWith(start)),
          start,
        ).toBe(true);
      for (const words of Object.values(individualBusiness.messages))
        expect(Object.keys(words)).toContain(`permit.${permit}`);
    }
  });

  it('follows for food sold or made, and for nothing that needs none', () => {
    expect(['6210', '5222', '1411', '5243', '5232', '8122'].map(findLaterPermit)).toEqual([
      'food',
      'food',
      'food-production',
      'publications',
      undefined,
      undefined,
    ]);
  });
});

describe('the catalogue', () => {
  it('never lets a bank, a party organ, a cigarette factory or a law firm be registered at once', () => {
    for (const code of ['6621', '9100', '1620', '7231', '9013']) expect(treatments.get(code)).toBe('not-open');
    for (const code of ['0610', '8411', '4710', '8310']) expect(treatments.has(code), code).toBe(false);
  });

  it('has at least three hundred everyday words, each for one 小类 only', () => {
    const words = scopeItems.flatMap(({ everyday }) => everyday);
    expect(words.length).toBeGreaterThanOrEqual(1000);
    expect(new Set(words).size).toBe(words.length);
  });
});
