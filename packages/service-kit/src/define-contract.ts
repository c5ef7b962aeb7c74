import type { ContractInput } from './contract-input.ts';
import type { ContractRule, RuleResult } from './contract-rule.ts';

/** A contract as the ledger runs it: strict JSON in, strict JSON out. */
export type Contract = (input: string) => string;

/**
 * A contract that grants when every rule is met and else proposes the case to a person. It has no way to refuse. All
 * rules are judged, so that the trace shows the whole of it and not the first thing found.
 */
export function defineContract<Body>(rules: readonly ContractRule<Body>[]): Contract {
  // The trace is nearly always the same few rows: each is written out once, not once a case.
  const judges = rules.map((rule) => ({ judge: rule.judge, rows: traceRows(rule) }));
  return (inputText) => {
    const input = JSON.parse(inputText) as ContractInput<Body>;
    let met = true;
    const trace = judges.map(({ judge, rows }) => {
      const result = judge(input);
      if (result !== 'met') met = false;
      return rows[result];
    });
    return `{"decision":"${met ? 'grant' : 'propose'}","trace":[${trace.join()}]}`;
  };
}

function traceRows<Body>({ id, article, fact }: ContractRule<Body>): Readonly<Record<RuleResult, string>> {
  const cited = `${article.law} ${article.article}`;
  const row = (result: RuleResult): string =>
    JSON.stringify(
      fact === undefined ? { rule: id, article: cited, result } : { rule: id, article: cited, fact, result },
    );
  return { met: row('met'), 'not-met': row('not-met'), missing: row('missing') };
}
