import { describe, expect, it } from 'vitest';
import type { Application } from './application.ts';
import { decide } from './contract.ts';
import { largestApplication, smallestApplication } from './fixtures.ts';

const adult = { 'identity-level': 2, 'age-at-least-18': true };

interface Verdict {
  readonly decision: string;
  readonly trace: readonly { rule: string; article: string; fact?: string; result: string }[];
}

function judge(facts: object, body: Partial<Application> = {}): Verdict {
  const application = { ...smallestApplication, operator: 'x', ...body };
  const input = { service: 'individual-business', version: 1, facts, body: application, plain: {}, time: 1 };
  return JSON.parse(decide(JSON.stringify(input)));
}

const failing = ({ trace }: Verdict) =>
  trace.filter(({ result }) => result !== 'met').map(({ rule, result }) => [rule, result]);

describe('个体工商户设立登记', () => {
  it('is granted at once for the smallest and for the largest application', () => {
    expect(judge(adult).decision).toBe('grant');
    expect(judge(adult, largestApplication).decision).toBe('grant');
  });

  it('cites the regulation for every rule it looked at', () => {
    expect(judge(adult).trace.map(({ rule, article }) => [rule, article])).toEqual([
      ['real-name', '市场主体登记管理条例 第十五条'],
      ['full-capacity', '民法典 第十八条'],
      ['scope-in-catalogue', '市场主体登记管理条例 第十四条第二款'],
      ['scope-needs-no-prior-approval', '市场主体登记管理条例 第十四条第一款'],
      ['scope-open-to-individuals', '市场主体登记管理条例 第二十条'],
      ['trade-name-plain', '市场主体登记管理条例 第十条第二款'],
    ]);
  });

  it('goes to a person for somebody under age, who may live on their own labour', () => {
    const verdict = judge({ 'identity-level': 2, 'age-at-least-18': false });
    expect(verdict.decision).toBe('propose');
    expect(failing(verdict)).toEqual([['full-capacity', 'not-met']]);
  });

  it('goes to a person for somebody whose identity was checked at level 1 only', () => {
    const verdict = judge({ 'identity-level': 1, 'age-at-least-18': true });
    expect(verdict.decision).toBe('propose');
    expect(failing(verdict)).toEqual([['real-name', 'not-met']]);
  });

  it('goes to a person, and says what is missing, when the department is silent', () => {
    const verdict = judge({});
    expect(verdict.decision).toBe('propose');
    expect(failing(verdict)).toEqual([
      ['real-name', 'missing'],
      ['full-capacity', 'missing'],
    ]);
  });

  it('goes to a person for an activity another organ approves first', () => {
    expect(failing(judge(adult, { scope: ['5213', '6020'] }))).toEqual([['scope-needs-no-prior-approval', 'not-met']]);
  });

  it('goes to a person for an activity not open to individuals', () => {
    expect(failing(judge(adult, { scope: ['6621'] }))).toEqual([['scope-open-to-individuals', 'not-met']]);
  });

  it('goes to a person for a code the catalogue does not have', () => {
    expect(failing(judge(adult, { scope: ['0000'] }))).toEqual([['scope-in-catalogue', 'not-met']]);
  });

  it('goes to a person for a name with a word somebody must check', () => {
    for (const tradeName of ['中国茶馆', '人民医院小卖部', '茶馆银行', '茶\u200b馆', 'Чай']) {
      expect(failing(judge(adult, { tradeName }))).toEqual([['trade-name-plain', 'not-met']]);
    }
  });

  it('takes names people give their shops', () => {
    for (const tradeName of ['清风茶馆', '李记·老面馆（朝阳店）', 'Tea & 咖啡 88', '小店']) {
      expect(judge(adult, { tradeName }).decision).toBe('grant');
    }
  });

  it('trusts only what was attested, never what the applicant wrote beside it', () => {
    const input = { facts: {}, body: { ...smallestApplication, ...adult }, plain: adult, time: 1 };
    expect(JSON.parse(decide(JSON.stringify(input))).decision).toBe('propose');
  });
});
