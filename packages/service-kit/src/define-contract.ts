import type { ContractInput } from './contract-input.ts';
import type { ContractRule } from './contract-rule.ts';

/** A contract as the ledger runs it: strict JSON in, strict JSON out. */
export type Contract = (input: string) => string;

/**
 * A contract that grants when every rule is met and else proposes the case to a person. It has no way to refuse. All
 * rules are judged, so that the trace shows the whole of it and not the first thing found.
 */
export function defineContract<Body>(rules: readonly ContractRule<Body>[]): Contract {
  return (inputText) => {
    const input = JSON.parse(inputText) as ContractInput<Body>;
    let met = true;
    const trace = rules.map((rule) => {
      const result = rule.judge(input);
      if (result !== 'met') met = false;
      return traceRow(rule, result);
    });
    return JSON.stringify({ decision: met ? 'grant' : 'propose', trace });
  };
}

function traceRow<Body>({ id, article, fact }: ContractRule<Body>, result: string): object {
  const cited = `${article.law} ${article.article}`;
  return fact === undefined ? { rule: id, article: cited, result } : { rule: id, article: cited, fact, result };
}
