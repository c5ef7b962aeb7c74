import { describe, expect, it } from 'vitest';
import { articles } from './articles.ts';
import { decide } from './contract.ts';
import { largestApplication, smallestApplication } from './fixtures.ts';
import { individualBusiness } from './individual-business.ts';
import { scopeItems } from './scope-items.ts';

const { manifest, messages } = individualBusiness;

describe('the service folder', () => {
  it('says everything in both languages, and leaves nothing empty', () => {
    expect(Object.keys(messages.en).sort()).toEqual(Object.keys(messages['zh-CN']).sort());
    for (const language of Object.values(messages)) {
      for (const [key, text] of Object.entries(language)) expect(text.trim(), key).not.toBe('');
    }
  });

  it('has words for every rule of the contract and every later permit', () => {
    const input = { facts: {}, body: smallestApplication, plain: {}, time: 1 };
    const { trace } = JSON.parse(decide(JSON.stringify(input)));
    const keys = Object.keys(messages.en);
    for (const { rule } of trace) expect(keys).toContain(`rule.${rule}`);
    for (const { laterPermit } of scopeItems) if (laterPermit) expect(keys).toContain(`permit.${laterPermit}`);
  });

  it('asks for exactly the facts the contract reads', () => {
    const input = { facts: {}, body: smallestApplication, plain: {}, time: 1 };
    const { trace } = JSON.parse(decide(JSON.stringify(input)));
    const read = trace.flatMap(({ fact }: { fact?: string }) => fact ?? []);
    expect(manifest.facts.map(({ name }) => name)).toEqual(read);
  });

  it('promises no later than the law allows', () => {
    expect(manifest.promiseMs).toBeLessThanOrEqual(manifest.statutory.workingDays * 86_400_000);
  });

  it('names each reason for a refusal by a code the ledger takes, with its article', () => {
    for (const { code, article } of manifest.refusalReasons) {
      expect(code).toMatch(/^[A-Z][A-Z-]{1,39}$/);
      expect(Object.values(articles)).toContainEqual(article);
    }
  });
});

describe('the list of activities', () => {
  it('has each four-digit code once, in order', () => {
    const codes = scopeItems.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)].sort());
    for (const code of codes) expect(code).toMatch(/^[0-9]{4}$/);
  });

  it('lets nobody need the standard: every activity has an everyday name and an English one', () => {
    for (const { everyday, english, name } of scopeItems) {
      expect(everyday.length).toBeGreaterThan(0);
      for (const word of everyday) expect(word).not.toBe('');
      expect(english).toMatch(/^[A-Z]/);
      expect(name).not.toBe('');
    }
  });

  it('is found by what people say', () => {
    const find = (word: string) => scopeItems.filter(({ everyday }) => everyday.includes(word)).map(({ code }) => code);
    expect(find('奶茶店')).toEqual(['6239']);
    expect(find('修手机')).toEqual(['8122']);
    expect(find('加油站')).toEqual(['5265']);
  });
});

describe('the fixtures', () => {
  it('stand at the edges the ledger allows', () => {
    expect(smallestApplication.tradeName).toHaveLength(2);
    expect(largestApplication.tradeName).toHaveLength(60);
    expect(largestApplication.scope).toHaveLength(50);
  });
});
