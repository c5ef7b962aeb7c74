import type { ContractInput, MatterInput } from './contract-input.ts';
import type { ContractRule, RuleResult } from './contract-rule.ts';

/** A contract as the ledger runs it: strict JSON in, strict JSON out. */
export type Contract = (input: string) => string;

/** Rules of applications about a licence, where the contract knows them; without, a person decides each. */
export type MatterRules<Body> = Readonly<Record<MatterInput['kind'], readonly ContractRule<Body>[]>>;

/**
 * A contract that grants when every rule is met and else proposes the case to a person. It has no way to refuse. All
 * rules are judged, so that the trace shows the whole of it and not the first thing found.
 */
export function defineContract<Body>(rules: readonly ContractRule<Body>[], matters?: MatterRules<Body>): Contract {
  const founding = judgeOf(rules);
  // Written out when the first one comes: most calls are of first registrations.
  const judges = new Map<string, Judge<Body>>();
  return (inputText) => {
    const input = JSON.parse(inputText) as ContractInput<Body>;
    const { matter } = input;
    if (matter === undefined) return founding(input);
    if (matters === undefined) return '{"decision":"propose","trace":[]}';
    const judge = judges.get(matter.kind) ?? judgeOf(matters[matter.kind]);
    judges.set(matter.kind, judge);
    return judge(input);
  };
}

type Judge<Body> = (input: ContractInput<Body>) => string;

function judgeOf<Body>(rules: readonly ContractRule<Body>[]): Judge<Body> {
  // The trace is nearly always the same few rows: each is written out once, not once a case.
  const rows = rules.map(traceRows);
  // And the answer that nearly everybody gets is one text: put together here, and not once a case.
  const granted = `{"decision":"grant","trace":[${rows.map(({ met }) => met).join()}]}`;
  return (input) => {
    const results: RuleResult[] = [];
    let isMet = true;
    for (const { judge } of rules) {
      const result = judge(input);
      results.push(result);
      if (result !== 'met') isMet = false;
    }
    if (isMet) return granted;
    const trace = rows.map((row, index) => row[results[index] ?? 'missing']);
    return `{"decision":"propose","trace":[${trace.join()}]}`;
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
