import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseContractVerdict } from './contract-verdict.ts';

const row = { rule: 'age', article: '民法典 第十八条', fact: 'adult', result: 'met' };
const text = (decision: unknown, trace: unknown = [row]) => JSON.stringify({ decision, trace });

describe('a contract’s answer', () => {
  it('is one of three words with a trace', () => {
    for (const decision of ['grant', 'propose', 'ask']) {
      expect(parseContractVerdict(text(decision))).toEqual({ decision, trace: [row] });
    }
  });

  it('has no word for a refusal', () => {
    for (const decision of ['refuse', 'deny', 'reject', 'withdraw', '', null, 1, ['grant']]) {
      expect(parseContractVerdict(text(decision)), String(decision)).toBeUndefined();
    }
  });

  it('has rows of a rule, an article, perhaps a fact, and a result', () => {
    const { fact: _fact, ...plain } = row;
    expect(parseContractVerdict(text('grant', [plain, { ...row, result: true }, { ...row, result: 2 }]))).toBeDefined();
    const { rule: _rule, ...noRule } = row;
    const wrong = [
      noRule,
      { ...row, more: 1 },
      { ...row, result: {} },
      { ...row, result: null },
      { ...row, fact: 1 },
      [],
      null,
      'row',
    ];
    for (const bad of wrong) expect(parseContractVerdict(text('grant', [bad])), JSON.stringify(bad)).toBeUndefined();
  });

  it('is bounded', () => {
    expect(parseContractVerdict(text('grant', Array(64).fill(row)))).toBeDefined();
    expect(parseContractVerdict(text('grant', Array(65).fill(row)))).toBeUndefined();
    expect(parseContractVerdict(text('grant', [{ ...row, rule: 'x'.repeat(201) }]))).toBeUndefined();
    expect(parseContractVerdict(`{"decision":"grant","trace":[],"pad":"${'x'.repeat(40_000)}"}`)).toBeUndefined();
  });

  it('is strict JSON of exactly two members', () => {
    const wrong = [
      '',
      'grant',
      '[]',
      'null',
      '{"decision":"grant"}',
      '{"trace":[]}',
      '{"decision":"grant","trace":{}}',
      '{"decision":"grant","trace":[],"more":1}',
      '{"decision":"propose","decision":"grant","trace":[]}',
      ' {"decision":"grant","trace":[]}',
    ];
    for (const bad of wrong) expect(parseContractVerdict(bad), bad).toBeUndefined();
  });

  it('is read without a throw, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (anything) => {
        const verdict = parseContractVerdict(anything);
        if (verdict !== undefined) expect(['grant', 'propose', 'ask']).toContain(verdict.decision);
      }),
    );
  });
});
