import { describe, expect, it } from 'vitest';
import { decide } from './contract.ts';
import { smallestApplication } from './fixtures.ts';

const NUMBER = '92990101MA0000001X';
const fields = { composition: 'personal', 'premises-kind': 'address', premises: '示范路1号' };
const checked = { 'identity-level': 2, 'premises-on-record': true, 'taxes-cleared-of': NUMBER };
const calm = { 'name-is-taken': false, 'licence-status': 'valid', 'is-listed': false, 'is-investigated': false };

interface Asked {
  readonly facts?: object;
  readonly ledger?: object;
  readonly body?: object;
  readonly matter?: object;
}

function judge(kind: 'change' | 'closing', { facts = checked, ledger = {}, body = {}, matter = {} }: Asked = {}) {
  const input = {
    ...{ service: 'individual-business', version: 3, facts, ledger: { ...calm, ...ledger } },
    body: { ...smallestApplication, fields, operator: 'x', ...body },
    matter: { kind, licence: NUMBER, ...matter },
    ...{ plain: {}, time: 0 },
  };
  const { decision, trace } = JSON.parse(decide(JSON.stringify(input))) as {
    decision: string;
    trace: { rule: string; article: string; result: string }[];
  };
  return { decision, trace, failing: trace.filter(({ result }) => result !== 'met').map(({ rule }) => rule) };
}

const change = (items: readonly string[], asked: Asked = {}) =>
  judge('change', { ...asked, matter: { items, ...asked.matter } });

describe('变更登记 at once', () => {
  it('is of a name, activities, or premises on record, each with its article', () => {
    for (const items of [['tradeName'], ['scope'], ['premises', 'fields'], ['tradeName', 'scope']])
      expect(change(items).decision).toBe('grant');
    expect(change(['tradeName']).trace.map(({ rule, article }) => [rule, article])).toContainEqual([
      'change-seen-whole',
      '市场主体登记管理条例 第二十四条第一款',
    ]);
  });

  it('is for a person where a program cannot see the whole of it', () => {
    for (const item of ['operator', 'operator-residence', 'operator-name', 'region'])
      expect(change(['tradeName', item]).failing).toEqual(['change-seen-whole']);
  });

  it('is for a person where it comes late, the shop is listed or looked into, or nobody was checked', () => {
    expect(change(['tradeName'], { matter: { afterDays: 31 } }).failing).toEqual(['change-in-time']);
    expect(change(['tradeName'], { ledger: { 'is-listed': true } }).failing).toEqual(['not-listed']);
    expect(change(['tradeName'], { ledger: { 'is-investigated': true } }).failing).toEqual(['not-investigated']);
    expect(change(['tradeName'], { facts: {} }).failing).toEqual(['real-name']);
    expect(change(['tradeName'], { facts: { 'identity-level': 1 } }).failing).toEqual(['real-name']);
  });

  it('is for a person where the name has a word to look at, or an activity needs an approval, is closed or unknown', () => {
    expect(change(['tradeName'], { body: { tradeName: '国家茶馆' } }).failing).toEqual(['trade-name-plain']);
    expect(change(['scope'], { body: { scope: ['9999'] } }).failing).toEqual(['scope-plain']);
    // What does not change was looked at when it was registered.
    expect(change(['scope'], { body: { tradeName: '国家茶馆' } }).decision).toBe('grant');
  });

  it('is for a person where premises are on no record, or are a platform’s', () => {
    expect(change(['fields'], { facts: { 'identity-level': 2, 'premises-on-record': false } }).failing).toEqual([
      'new-premises-known',
    ]);
    expect(change(['premises'], { facts: { 'identity-level': 2 } }).failing).toEqual(['new-premises-known']);
    expect(change(['fields'], { body: { fields: { ...fields, 'premises-kind': 'platform' } } }).failing).toEqual([
      'new-premises-known',
    ]);
  });
});

describe('一般注销 at once', () => {
  it('is where the tax office says of this licence that nothing is owed (实施细则 46)', () => {
    expect(judge('closing').decision).toBe('grant');
    expect(judge('closing').trace.find(({ rule }) => rule === 'taxes-cleared')?.article).toBe(
      '市场主体登记管理条例实施细则 第四十六条第一款第四项',
    );
  });

  it('is for a person where it says otherwise, speaks of another licence, or says nothing', () => {
    const said = (more: object) => judge('closing', { facts: { 'identity-level': 2, ...more } });
    const resultOf = (more: object) => said(more).trace.find(({ rule }) => rule === 'taxes-cleared')?.result;
    expect(resultOf({ 'taxes-owed-of': NUMBER })).toBe('not-met');
    expect(resultOf({ 'taxes-cleared-of': 'another' })).toBe('missing');
    expect(resultOf({})).toBe('missing');
    expect(said({}).decision).toBe('propose');
  });

  it('is for a person where the licence was taken away, is looked into, or an activity began with an approval', () => {
    expect(judge('closing', { ledger: { 'licence-status': 'revoked' } }).failing).toEqual(['licence-in-force']);
    expect(judge('closing', { ledger: { 'is-investigated': true } }).failing).toEqual(['not-investigated']);
    expect(judge('closing', { ledger: { 'licence-status': 'ceased' } }).decision).toBe('grant');
  });
});
