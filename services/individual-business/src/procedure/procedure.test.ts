import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type BranchId, branches } from './branches.ts';
import { branchesWithoutStory, EVERY_BRANCH_NEEDS_A_STORY } from './branches-without-story.ts';
import type { RealisedClause } from './clause.ts';
import { clauses } from './clauses.ts';
import { branchesOfMissingTexts } from './other-clauses.ts';

const root = new URL('../../../../', import.meta.url);
const laws = new URL('../shared/reference/laws/', root);
const lawsAreHere = existsSync(laws);
const ids = Object.keys(branches) as BranchId[];
const realised = clauses.filter((clause): clause is RealisedClause => 'quote' in clause);
const WHOLE = { 市场主体登记管理条例: 55, 市场主体登记管理条例实施细则: 82, 促进个体工商户发展条例: 39 };

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
function counted(n: number): string {
  const tens = Math.floor(n / 10);
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[n % 10]}`;
}
const baseOf = (article: string) => article.slice(0, article.indexOf('条') + 1);
const paragraphOf = (article: string) => {
  const part = article.slice(article.indexOf('条') + 1);
  return part === '' ? undefined : DIGITS.indexOf(part.slice(1, 2));
};

/** The paragraphs (款) of each article; the items (项) of a list belong to the paragraph that opens it. */
function articlesOf(law: string): Map<string, string[]> {
  const file = readdirSync(laws).find((name) => name.startsWith(`${law}(`));
  if (file === undefined) throw new Error(`no text of ${law}`);
  const found = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of readFileSync(new URL(encodeURIComponent(file), laws), 'utf8').split('\n')) {
    const head = /^(第[一二三四五六七八九十百]+条)[ \u3000](.*)$/.exec(line);
    if (head !== null) {
      current = [head[2] ?? ''];
      found.set(head[1] ?? '', current);
    } else if (/^[（(]/.test(line)) current.push(`${current.pop() ?? ''}\n${line}`);
    else if (line.trim() !== '' && !line.startsWith('#')) current.push(line);
  }
  return found;
}

describe('the list of articles and branches', () => {
  it('names every article of the three statutes, once as realised or once as left out', () => {
    for (const [law, count] of Object.entries(WHOLE)) {
      const listed = new Set(clauses.filter((clause) => clause.law === law).map(({ article }) => baseOf(article)));
      const expected = Array.from({ length: count }, (_, index) => `第${counted(index + 1)}条`);
      expect([...listed].sort(), law).toEqual([...expected].sort());
      const kept = new Set(realised.filter((clause) => clause.law === law).map(({ article }) => baseOf(article)));
      for (const clause of clauses) {
        if (clause.law === law && 'leftOut' in clause) expect(kept.has(clause.article), clause.article).toBe(false);
      }
    }
  });

  it('gives every branch an article, save those whose text is not at hand and said so', () => {
    const named = new Set([...realised.flatMap((clause) => clause.branches), ...branchesOfMissingTexts]);
    expect(ids.filter((id) => !named.has(id))).toEqual([]);
  });

  it('names only branches that exist, by ids in kebab-case, and says everything in two languages', () => {
    for (const id of realised.flatMap((clause) => clause.branches)) expect(ids).toContain(id);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
      const { title } = branches[id];
      expect(title['zh-CN']).toMatch(/[一-鿿]/);
      expect(title.en).toMatch(/^[A-Z]/);
    }
  });

  it('lets no machine and no clock act against anybody', () => {
    const adverse = ['not-registered', 'returned-with-list', 'not-closed', 'annulled', 'not-annulled', 'revoked'];
    for (const id of ids) {
      const { actor, outcome } = branches[id];
      if (actor === 'machine' || actor === 'time') expect(adverse, id).not.toContain(outcome);
    }
  });

  it('keeps the three endings apart: closed, annulled, revoked', () => {
    const endings = (prefix: string) => ids.filter((id) => id.startsWith(prefix)).map((id) => branches[id].outcome);
    expect(new Set(endings('closed-'))).toEqual(new Set(['closed']));
    expect(new Set(endings('revoked-'))).toEqual(new Set(['revoked']));
    expect(branches['registration-annulled'].outcome).toBe('annulled');
  });

  it('asks no public announcement of an individual business that closes by the short procedure', () => {
    const clause = realised.find(
      ({ article, law }) => law === '市场主体登记管理条例' && article === '第三十三条第三款',
    );
    expect(clause?.quote).toContain('无需公示');
    expect(clause?.quote).toContain('10日');
  });
});

describe.skipIf(!lawsAreHere)('the quotations (skipped where the statutes are not beside the project)', () => {
  it('stand in the article and paragraph they are quoted from, word for word', () => {
    const texts = new Map([...new Set(realised.map(({ law }) => law))].map((law) => [law, articlesOf(law)]));
    const wrong = realised.filter(({ law, article, quote }) => {
      const paragraphs = texts.get(law)?.get(baseOf(article)) ?? [];
      const index = paragraphOf(article);
      if (index === undefined) return !paragraphs.some((text) => text.includes(quote));
      return !(paragraphs[index - 1] ?? '').includes(quote);
    });
    expect(wrong.map(({ law, article, quote }) => `${law}${article}: ${quote}`)).toEqual([]);
  });

  it('count as many articles as the statutes have', () => {
    for (const [law, count] of Object.entries(WHOLE)) expect(articlesOf(law).size, law).toBe(count);
  });
});

describe('the stories', () => {
  it('exist where they are named', () => {
    for (const id of ids) {
      const { story } = branches[id];
      if (story !== undefined) expect(existsSync(new URL(story, root)), `${id}: ${story}`).toBe(true);
    }
  });

  it('are told for every branch, once that is demanded; until then the missing are counted', ({ annotate }) => {
    const missing = branchesWithoutStory();
    if (EVERY_BRANCH_NEEDS_A_STORY) expect(missing).toEqual([]);
    else void annotate(`${missing.length} of ${ids.length} branches have no story yet: ${missing.join(', ')}`);
  });
});
