import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ContractRule, factIsAtLeast, factIsTrue, type RuleResult } from './contract-rule.ts';
import { defineContract } from './define-contract.ts';

const article = { law: '某条例', article: '第一条' };
const input = (facts: object) => JSON.stringify({ service: 's', version: 1, facts, body: {}, plain: {}, time: 0 });
const fixed = (result: RuleResult): ContractRule<unknown> => ({ id: `is-${result}`, article, judge: () => result });

describe('a contract of rules', () => {
  it('grants when every rule is met, and shows each with its article', () => {
    const contract = defineContract([factIsTrue('age', 'adult', article), fixed('met')]);
    expect(JSON.parse(contract(input({ adult: true })))).toEqual({
      decision: 'grant',
      trace: [
        { rule: 'age', article: '某条例 第一条', fact: 'adult', result: 'met' },
        { rule: 'is-met', article: '某条例 第一条', result: 'met' },
      ],
    });
  });

  it('proposes to a person when one rule is not met or one fact is missing, and can say nothing worse', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom<RuleResult>('met', 'not-met', 'missing'), { maxLength: 12 }), (results) => {
        const { decision, trace } = JSON.parse(defineContract(results.map(fixed))(input({})));
        expect(decision).toBe(results.every((result) => result === 'met') ? 'grant' : 'propose');
        expect(trace.map((row: { result: string }) => row.result)).toEqual(results);
      }),
    );
  });

  it('tells a fact that is false from one nobody attested', () => {
    const rule = factIsTrue<unknown>('age', 'adult', article);
    const judge = (facts: object) => rule.judge(JSON.parse(input(facts)));
    expect([judge({ adult: true }), judge({ adult: false }), judge({}), judge({ adult: 'true' })]).toEqual([
      'met',
      'not-met',
      'missing',
      'not-met',
    ]);
  });

  it('compares a level with the least one wanted, and takes no text for a number', () => {
    const rule = factIsAtLeast<unknown>({ id: 'level', article }, 'level', 2);
    const judge = (facts: object) => rule.judge(JSON.parse(input(facts)));
    expect([judge({ level: 2 }), judge({ level: 3 }), judge({ level: 1 }), judge({}), judge({ level: '3' })]).toEqual([
      'met',
      'met',
      'not-met',
      'missing',
      'not-met',
    ]);
  });
});
