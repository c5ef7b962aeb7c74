import type { Finding, SampleApplication, ServiceFolder } from '@minglu/city';
import { parseContractVerdict } from '@minglu/ledger';
import { type CallOutcome, defaultLimits, openSandbox } from '@minglu/sandbox';
import type { BuiltContract } from './build-contract.ts';
import { mergedInput } from './contract-input.ts';

const FILE = 'contract.ts';
/** A contract near the end of its gas fails at the first application that is a little larger. */
const GAS_SHARE = 0.5;
const ARTICLE = /^\S.* 第[一二三四五六七八九十百千零〇]+条/;

/**
 * Runs the contract in the sandbox: both fixtures and both again without any fact, in two engines and in two orders. The
 * answers must be verdicts, the same each time, within half of the gas; each row of a trace with its article and words.
 */
export function checkContract(folder: ServiceFolder, { text, hash }: BuiltContract): Finding[] {
  const findings: Finding[] = [];
  const report = (code: Finding['code'], facts: Finding['facts'] = {}): void => {
    findings.push({ code, file: FILE, at: '', facts });
  };
  const samples = samplesOf(folder);
  const inputs = samples.map(({ sample }) => mergedInput(folder.manifest, sample));
  const contracts = new Map([[hash, text]]);
  const [first, second] = [openSandbox({ contracts }), openSandbox({ contracts })];
  const outcomes = inputs.map((input) => first.execute(hash, input));
  const again = inputs
    .toReversed()
    .map((input) => second.execute(hash, input))
    .toReversed();
  let granted = false;
  for (const [index, outcome] of outcomes.entries()) {
    const name = samples[index]?.name ?? '';
    if (!areSame(outcome, again[index])) report('contract-not-deterministic', { sample: name });
    if (outcome.code !== 'answered') {
      report('contract-failed', { sample: name, reason: outcome.code });
      continue;
    }
    if (outcome.gas > defaultLimits.callGas * GAS_SHARE)
      report('contract-expensive', { sample: name, gas: outcome.gas, limit: defaultLimits.callGas });
    const verdict = parseContractVerdict(outcome.output);
    if (verdict === undefined) {
      report('contract-answer-malformed', { sample: name });
      continue;
    }
    granted ||= verdict.decision === 'grant';
    const { decision } = samples[index]?.sample ?? {};
    const decided = verdict.decision === 'grant' ? 'grant' : 'propose';
    if (decision !== undefined && decision !== decided)
      findings.push({ code: 'sample-decision', file: 'fixtures.json', at: name, facts: { decision, decided } });
    findings.push(...checkTrace(folder, verdict.trace));
  }
  if (!granted && outcomes.every(({ code }) => code === 'answered')) report('contract-never-grants');
  return unique(findings);
}

interface Named {
  readonly name: string;
  readonly sample: Omit<SampleApplication, 'decision'> & { readonly decision?: SampleApplication['decision'] };
}

function samplesOf({ fixtures }: ServiceFolder): Named[] {
  const named = Object.entries(fixtures) as [string, SampleApplication][];
  return [
    ...named.map(([name, sample]) => ({ name, sample })),
    ...named.map(([name, { answers }]) => ({ name: `${name}, no facts`, sample: { answers, facts: {} } })),
  ];
}

function checkTrace({ manifest, messages }: ServiceFolder, trace: readonly Record<string, unknown>[]): Finding[] {
  const facts = manifest.facts.map(({ name }) => name);
  return trace.flatMap(({ rule, article, fact }) => {
    const found: Finding[] = [];
    const add = (code: Finding['code'], file: string, at: string): void => {
      found.push({ code, file, at, facts: { rule: String(rule) } });
    };
    if (!ARTICLE.test(String(article))) add('rule-without-article', FILE, '');
    for (const language of ['zh-CN', 'en'] as const) {
      if (messages[language][`rule.${rule}`] === undefined)
        add('rule-without-words', `messages/${language}.json`, `rule.${rule}`);
    }
    if (fact !== undefined && !facts.includes(String(fact))) add('fact-undeclared', 'service.json', `facts: ${fact}`);
    return found;
  });
}

function areSame(one: CallOutcome, other: CallOutcome | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function unique(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
