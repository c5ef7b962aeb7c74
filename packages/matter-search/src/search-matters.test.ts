import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildIndex } from './build-index.ts';
import { searchMatters } from './search-matters.ts';
import type { Searchable } from './searchable.ts';

const matters: Searchable<'marriage' | 'fund' | 'hotel' | 'licence'>[] = [
  {
    id: 'licence',
    name: { 'zh-CN': '个体工商户设立登记', en: 'Registering a business' },
    aliases: ['营业执照', '执照'],
    hints: ['小店'],
    english: ['business licence'],
  },
  {
    id: 'marriage',
    name: { 'zh-CN': '结婚登记', en: 'Marriage' },
    aliases: ['结婚', '结婚证'],
    hints: ['夫妻'],
    english: ['marriage'],
  },
  {
    id: 'fund',
    name: { 'zh-CN': '住房公积金提取', en: 'Housing fund' },
    aliases: ['公积金', '公积金提取'],
    hints: ['租房'],
    english: ['housing fund'],
  },
  {
    id: 'hotel',
    name: { 'zh-CN': '公共场所卫生许可', en: 'Hygiene permit' },
    aliases: ['卫生许可证', '暂住证'],
    hints: ['酒店', '狗'],
    english: ['hygiene permit'],
  },
];
const index = buildIndex(matters);
const search = (typed: string) => searchMatters(index, typed);
const first = (typed: string) => {
  const result = search(typed);
  return result.kind === 'hits' ? [result.hits[0]?.id, result.hits[0]?.matched[0]?.how] : [result.kind, result.reason];
};

describe('what is found, and by what', () => {
  it.each([
    ['结婚', 'marriage', 'exact'],
    ['我想和对象结婚怎么办', 'marriage', 'exact'],
    ['公积金可以提取吗', 'fund', 'exact'],
    ['结昏证', 'marriage', 'sound'],
    ['营业直照', 'licence', 'sound'],
    ['营业的执照', 'licence', 'exact'],
    ['营业之执照', 'licence', 'typo'],
    ['卫生许口证', 'hotel', 'typo'],
    ['jiehun', 'marriage', 'pinyin'],
    ['woyaojiehunzheng', 'marriage', 'pinyin'],
    ['jiehunzeng', 'marriage', 'pinyin'],
    ['gjj', 'fund', 'initials'],
    ['yyzz', 'licence', 'initials'],
    ['banyyzz', 'licence', 'initials'],
    ['Business  LICENSE', 'licence', 'english'],
    ['mariage', 'marriage', 'english'],
  ])('%s', (typed, id, how) => {
    expect(first(typed)).toEqual([id, how]);
  });

  it('says the words it matched as the author wrote them', () => {
    const result = search('住房公积金');
    expect(result.kind === 'hits' && result.hits[0]?.matched.map(({ term }) => term)).toContain('公积金');
  });
});

describe('what is not found', () => {
  it.each(['', '   ', '？！。', '👍'])('nothing was asked: %j', (typed) => {
    expect(search(typed)).toEqual({ kind: 'none', reason: 'empty' });
  });

  it.each(['今天天气怎么样', 'asdfghjkl', '附近哪家酒店便宜', '订酒店', '热狗', '彩票', 'gj', 'zzz', '一二三四五'])(
    '%s',
    (typed) => {
      expect(search(typed)).toEqual({ kind: 'none', reason: 'nothing-near' });
    },
  );

  it('takes talk around a matter for it only when little else is said', () => {
    expect(first('酒店')).toEqual(['hotel', 'exact']);
    expect(search('我们昨天在海边住的那个酒店的早餐真是难吃').kind).toBe('none');
  });

  it('answers nothing when there are no matters', () => {
    expect(searchMatters(buildIndex([]), '结婚')).toEqual({ kind: 'none', reason: 'nothing-near' });
  });
});

describe('laws', () => {
  const anything = fc.string({ unit: 'binary', maxLength: 200 });
  const likely = fc.string({
    unit: fc.constantFrom(...'结婚证公积金营业执照办的jiehunzgyy 酒店怎么狗'),
    maxLength: 40,
  });

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.oneof(anything, likely), (typed) => ['hits', 'none'].includes(search(typed).kind)));
  });

  it('answers the same twice, and from an index built anew', () => {
    const again = buildIndex(matters);
    fc.assert(
      fc.property(likely, (typed) => {
        expect(searchMatters(again, typed)).toEqual(search(typed));
      }),
    );
  });

  it('does not care for spaces, signs or full-width forms', () => {
    const wide = (text: string) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(likely, (typed) => {
        expect(search(wide(typed))).toEqual(search(typed));
        expect(search([...typed].join(' \u3000,'))).toEqual(search(typed));
      }),
    );
  });

  it('gives best first, each matter once', () => {
    fc.assert(
      fc.property(likely, (typed) => {
        const result = search(typed);
        if (result.kind === 'none') return;
        const scores = result.hits.map(({ score }) => score);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
        expect(new Set(result.hits.map(({ id }) => id)).size).toBe(result.hits.length);
      }),
    );
  });
});
