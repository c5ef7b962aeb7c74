import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findGuide } from './find-guide.ts';
import { guides } from './guides.ts';
import { createMatterFinder } from './matter-finder.ts';
import { matterIds } from './matter-id.ts';
import { findMatter, getMatter, matters } from './matters.ts';
import { organs } from './organs.ts';

const find = createMatterFinder();
const THE_EIGHT = [
  'individual-business',
  'food-permit',
  'birth-certificate',
  'disability-subsidy',
  'residence-permit',
  'housing-fund',
  'property-transfer',
  'road-freight-permit',
] as const;

describe('the list of matters', () => {
  it('has at least forty, each id once, the eight services among them', () => {
    const ids = matters.map(({ id }) => id);
    expect(ids.length).toBeGreaterThanOrEqual(40);
    expect([...ids].sort()).toEqual([...matterIds].sort());
    for (const id of THE_EIGHT) expect(ids).toContain(id);
  });

  it('lets one be applied for, and says so', () => {
    expect(matters.filter(({ canApply }) => canApply).map(({ id }) => id)).toEqual(['individual-business']);
  });

  it('says everything in both languages, each word once and nothing empty', () => {
    for (const { id, name, summary, aliases, hints, english, organ } of matters) {
      for (const said of [name, summary, organs[organ]]) {
        expect(said['zh-CN'], id).toMatch(/[一-鿿]/);
        expect(said.en, id).toMatch(/^[A-Z]/);
      }
      const words = [...aliases, ...hints];
      expect(
        words.filter((word) => word.trim() === ''),
        id,
      ).toEqual([]);
      expect(new Set(words).size, id).toBe(words.length);
      expect(new Set(english).size, id).toBe(english.length);
    }
  });

  it('finds each matter by its own name, first', () => {
    const lost = matters.filter(({ id, name }) => {
      const results = [find(name['zh-CN']), find(name.en)];
      return results.some((result) => result.kind === 'none' || result.hits[0]?.id !== id);
    });
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  it('finds each matter by every alias, among the first three', () => {
    const lost = matters.flatMap(({ id, aliases }) =>
      aliases.filter((alias) => {
        const result = find(alias);
        return result.kind === 'none' || !result.hits.slice(0, 3).some((hit) => hit.id === id);
      }),
    );
    expect(lost).toEqual([]);
  });

  it('finds nothing under an id that is not there', () => {
    expect(findMatter('nothing')).toBeUndefined();
    expect(getMatter('marriage').id).toBe('marriage');
  });
});

describe('the guides', () => {
  it('are there for each matter, whole: no empty column, no office without a phone', () => {
    expect(guides.map(({ id }) => id).sort()).toEqual([...matterIds].sort());
    for (const guide of guides) {
      expect(guide.conditions.length, guide.id).toBeGreaterThan(0);
      expect(guide.materials.length, guide.id).toBeGreaterThan(1);
      expect(guide.faults, guide.id).toHaveLength(3);
      expect(new Set(guide.faults.map((fault) => fault.en)).size, guide.id).toBe(3);
      expect(guide.phone).toMatch(/^\d{5,}$/);
      const said = [guide.promised, guide.fee, guide.sample, guide.office, ...guide.conditions, ...guide.faults];
      for (const words of [...said, ...guide.materials.flatMap(({ paper, why }) => [paper, why])]) {
        expect(words['zh-CN'], guide.id).toMatch(/[一-鿿]/);
        expect(words.en, guide.id).toMatch(/^[A-Z0-9]/);
      }
    }
  });

  it('have no vague paper: nothing called other materials', () => {
    for (const { materials } of guides) {
      for (const { paper } of materials) expect(paper['zh-CN']).not.toMatch(/其他|相关材料|等材料/);
    }
  });

  it('ask no paper twice, and lead to other matters that exist', () => {
    for (const { id, materials, follows } of guides) {
      expect(new Set(materials.map(({ paper }) => paper.en)).size, id).toBe(materials.length);
      for (const next of follows) expect(matterIds).toContain(next);
      expect(follows).not.toContain(id);
    }
  });

  it('are a demonstration and say so, save the one that can be applied for', () => {
    for (const { id, isDemonstration, promised } of guides) {
      expect(isDemonstration).toBe(!getMatter(id).canApply);
      if (isDemonstration) expect(promised['zh-CN']).toContain('演示');
    }
  });

  it('promise no later than the law gives', () => {
    for (const { id, promised, statutory } of guides) {
      const given = /(\d+) (?:个工作)?日/.exec(statutory[0]?.words['zh-CN'] ?? '')?.[1];
      const days = Number(/(\d+) 个工作日/.exec(promised['zh-CN'])?.[1] ?? 0);
      if (given !== undefined) expect(days, id).toBeLessThanOrEqual(Number(given));
    }
  });

  it('name an article only of a law that was read', () => {
    for (const { id, basis } of guides) {
      for (const { article, isVerified } of basis) expect(isVerified, id).toBe(article !== undefined);
    }
  });

  it('are fetched one by one', async () => {
    expect((await findGuide('food-permit'))?.id).toBe('food-permit');
    expect(await findGuide('nothing')).toBeUndefined();
  });
});

const laws = new URL('../../../../shared/reference/laws/', import.meta.url);

describe.skipIf(!existsSync(laws))(
  'the articles of the guides (skipped where the statutes are not beside the project)',
  () => {
    it('stand in the statutes they are cited from', () => {
      const files = readdirSync(laws);
      const textOf = (law: string) => {
        const file = files.find((name) => name.startsWith(`${law}(`));
        return file === undefined ? '' : readFileSync(new URL(encodeURIComponent(file), laws), 'utf8');
      };
      const cited = guides.flatMap(({ basis, statutory }) => [
        ...statutory,
        ...basis.flatMap(({ law, article }) => (article === undefined ? [] : [{ law, article }])),
      ]);
      const wrong = cited.filter(({ law, article }) => !new RegExp(`^${article}[ \\u3000]`, 'm').test(textOf(law)));
      expect(cited.length).toBeGreaterThan(50);
      expect(wrong).toEqual([]);
    });
  },
);
