import type { ContractRunner } from '../contract-runner.ts';
import { type ContractDecision, parseContractVerdict } from './contract-verdict.ts';

export interface ContractAnswer {
  readonly decision: ContractDecision;
  /** Strict JSON `{"decision":…,"trace":[…]}`. */
  readonly text: string;
}

/**
 * Runs contracts for one block. Whatever goes wrong inside one, the case is not lost: it goes to a person, and the
 * trace says so. Many applications get the same answer word for word; each such answer is checked once.
 */
export class ContractDesk {
  readonly #runner: ContractRunner;
  readonly #known = new Map<string, ContractAnswer>();

  constructor(runner: ContractRunner) {
    this.#runner = runner;
  }

  decide(contract: string, input: string): ContractAnswer {
    let output: string;
    try {
      output = this.#runner.run(contract, input);
    } catch {
      return toAPerson('contract-failed');
    }
    const known = this.#known.get(output);
    if (known !== undefined) return known;
    const verdict = parseContractVerdict(output);
    const answer =
      verdict === undefined
        ? toAPerson('contract-answer-malformed')
        : { decision: verdict.decision, text: JSON.stringify({ decision: verdict.decision, trace: verdict.trace }) };
    this.#known.set(output, answer);
    return answer;
  }
}

function toAPerson(result: string): ContractAnswer {
  const trace = [{ rule: 'contract-runs', article: '', result }];
  return { decision: 'propose', text: JSON.stringify({ decision: 'propose', trace }) };
}
