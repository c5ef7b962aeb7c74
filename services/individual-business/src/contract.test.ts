import { describe, expect, it } from 'vitest';
import type { Application } from './application.ts';
import { decide } from './contract.ts';
import { largestApplication, smallestApplication } from './fixtures.ts';

const adult = {
  'identity-level': 2,
  'age-at-least-18': true,
  'mainland-resident': true,
  'no-registration-bar': true,
  'premises-on-record': true,
};
/** 2026-06-01 10:00 in China. */
const NOW = Date.UTC(2026, 5, 1, 2);

interface Verdict {
  readonly decision: string;
  readonly trace: readonly { rule: string; article: string; fact?: string; result: string }[];
}

function judge(facts: object, body: Partial<Application> = {}, plain: object = {}): Verdict {
  const application = { ...smallestApplication, operator: 'x', ...body };
  const input = { service: 'individual-business', version: 2, facts, body: application, plain, time: NOW };
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
      ['citizen-of-the-mainland', '促进个体工商户发展条例 第二条'],
      ['no-registration-bar', '市场主体登记管理条例 第四十条第三款'],
      ['scope-in-catalogue', '市场主体登记管理条例 第十四条第二款'],
      ['scope-needs-no-prior-approval', '市场主体登记管理条例 第十四条第一款'],
      ['prior-approval-in-force', '市场主体登记管理条例实施细则 第二十二条第一款'],
      ['scope-open-to-individuals', '市场主体登记管理条例 第二十条'],
      ['trade-name-plain', '市场主体登记管理条例 第十条第二款'],
      ['composition-filed', '市场主体登记管理条例实施细则 第六条第七项'],
      ['premises-known', '市场主体登记管理条例 第十六条第三款'],
    ]);
  });

  it('goes to a person for somebody under age, who may live on their own labour', () => {
    const verdict = judge({ ...adult, 'age-at-least-18': false });
    expect(verdict.decision).toBe('propose');
    expect(failing(verdict)).toEqual([['full-capacity', 'not-met']]);
  });

  it('goes to a person for somebody whose identity was checked at level 1 only', () => {
    const verdict = judge({ ...adult, 'identity-level': 1 });
    expect(verdict.decision).toBe('propose');
    expect(failing(verdict)).toEqual([['real-name', 'not-met']]);
  });

  it('goes to a person, and says what is missing, when the department is silent', () => {
    const verdict = judge({});
    expect(verdict.decision).toBe('propose');
    expect(failing(verdict)).toEqual([
      ['real-name', 'missing'],
      ['full-capacity', 'missing'],
      ['citizen-of-the-mainland', 'missing'],
      ['no-registration-bar', 'missing'],
      ['premises-known', 'missing'],
    ]);
  });

  it('goes to a person for whoever is no resident of the mainland, or under a bar of three years', () => {
    expect(failing(judge({ ...adult, 'mainland-resident': false }))).toEqual([['citizen-of-the-mainland', 'not-met']]);
    expect(failing(judge({ ...adult, 'no-registration-bar': false }))).toEqual([['no-registration-bar', 'not-met']]);
  });

  it('goes to a person where the premises are on no record, on a platform, or not given', () => {
    expect(failing(judge({ ...adult, 'premises-on-record': false }))).toEqual([['premises-known', 'not-met']]);
    const fields = { composition: 'personal', 'premises-kind': 'platform', premises: '某平台 店铺 88' };
    expect(failing(judge(adult, { fields }))).toEqual([['premises-known', 'not-met']]);
    expect(failing(judge(adult, { fields: { composition: 'personal' } }))).toEqual([['premises-known', 'missing']]);
  });

  it('takes a family that files its members, and asks of one that does not', () => {
    const fields = { ...smallestApplication.fields, composition: 'family' };
    expect(judge(adult, { fields }, { family: 2 }).decision).toBe('grant');
    for (const plain of [{}, { family: 0 }, { family: '2' }])
      expect(failing(judge(adult, { fields }, plain))).toEqual([['composition-filed', 'not-met']]);
    const { composition: _composition, ...rest } = smallestApplication.fields ?? {};
    expect(failing(judge(adult, { fields: rest }))).toEqual([['composition-filed', 'missing']]);
  });

  it('takes a business without a name', () => {
    const { tradeName: _tradeName, ...nameless } = smallestApplication;
    const input = { facts: adult, body: nameless, plain: {}, time: NOW };
    expect(JSON.parse(decide(JSON.stringify(input))).decision).toBe('grant');
  });

  it('goes to a person for an activity another organ approves first', () => {
    const approved = (approval: object) =>
      failing(
        judge(adult, { scope: ['5213', '6020'] }, { approvals: [{ item: '6020', number: '云邮 1', ...approval }] }),
      );
    const needed = ['scope-needs-no-prior-approval', 'not-met'];
    expect(failing(judge(adult, { scope: ['5213', '6020'] }))).toEqual([
      needed,
      ['prior-approval-in-force', 'missing'],
    ]);
    expect(approved({ date: '2026-05-01' })).toEqual([needed]);
    expect(approved({ date: '2026-03-03' })).toEqual([needed]);
    expect(approved({ date: '2020-02-29', until: '2026-06-01' })).toEqual([needed]);
  });

  it('tells the person that an approval is stale: past its last day, or 90 days old without one', () => {
    for (const approval of [
      { date: '2026-03-02' },
      { date: '2020-02-29', until: '2026-05-31' },
      { date: '2026-06-02' },
      { date: '2026-02-30' },
      { date: 'yesterday' },
    ]) {
      const plain = { approvals: [{ item: '6020', number: '云邮 1', ...approval }] };
      expect(failing(judge(adult, { scope: ['6020'] }, plain))).toEqual([
        ['scope-needs-no-prior-approval', 'not-met'],
        ['prior-approval-in-force', 'not-met'],
      ]);
    }
    for (const approvals of [
      '6020',
      [7],
      [{ item: '6020', date: '2026-05-01' }],
      [{ item: '5265', number: '1', date: '2026-05-01' }],
    ])
      expect(failing(judge(adult, { scope: ['6020'] }, { approvals }))).toContainEqual([
        'prior-approval-in-force',
        'missing',
      ]);
  });

  it('goes to a person for an activity not open to individuals', () => {
    expect(failing(judge(adult, { scope: ['6621'] }))).toEqual([['scope-open-to-individuals', 'not-met']]);
  });

  it('goes to a person for a code the catalogue does not have', () => {
    expect(failing(judge(adult, { scope: ['0000'] }))).toEqual([['scope-in-catalogue', 'not-met']]);
  });

  it('goes to a person for a name with a word somebody must check', () => {
    const strange = ['茶\u200b馆', 'Чай', 'Tea 咖啡', '李记·面馆', '八八８茶馆', '便利店24'];
    for (const tradeName of ['中国茶馆', '人民医院小卖部', '茶馆银行', '清风茶叶公司', '美国牛排馆', ...strange]) {
      expect(failing(judge(adult, { tradeName }))).toEqual([['trade-name-plain', 'not-met']]);
    }
  });

  it('takes names people give their shops', () => {
    for (const tradeName of [
      '清风茶馆',
      '李记老面馆（朝阳店）',
      '东湖区清风小吃店（个体工商户）',
      '清风水果店',
      '小店',
    ]) {
      expect(judge(adult, { tradeName }).decision).toBe('grant');
    }
  });

  it('trusts only what was attested, never what the applicant wrote beside it', () => {
    const input = { facts: {}, body: { ...smallestApplication, ...adult }, plain: adult, time: 1 };
    expect(JSON.parse(decide(JSON.stringify(input))).decision).toBe('propose');
  });
});
