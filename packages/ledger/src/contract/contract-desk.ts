import type { ContractRunner } from '../contract-runner.ts';
import { type ContractDecision, type ContractVerdict, parseContractVerdict } from './contract-verdict.ts';

export interface ContractAnswer {
  readonly decision: ContractDecision;
  /** Strict JSON `{"contract":…,"manual":false,"decision":…,"trace":[…]}`: what is kept beside the case. */
  readonly trace: string;
  /** The same with `"manual":true`: the person had chosen to be handled by an officer. */
  readonly manualTrace: string;
}

/**
 * Runs contracts for one block. Whatever goes wrong inside one, the case is not lost: it goes to a person, and the
 * trace says so. Many applications get the same answer word for word; each such answer is checked, and its trace
 * written, once.
 */
export class ContractDesk {
  readonly #runner: ContractRunner;
  readonly #known = new Map<string, Map<string, ContractAnswer>>();

  constructor(runner: ContractRunner) {
    this.#runner = runner;
  }

  decide(contract: string, input: string): ContractAnswer {
    let output: string;
    try {
      output = this.#runner.run(contract, input);
    } catch {
      return toAPerson(contract, 'contract-failed');
    }
    const known = this.#answersOf(contract);
    const answer = known.get(output) ?? read(contract, output);
    known.set(output, answer);
    return answer;
  }

  #answersOf(contract: string): Map<string, ContractAnswer> {
    const known = this.#known.get(contract) ?? new Map<string, ContractAnswer>();
    this.#known.set(contract, known);
    return known;
  }
}

function read(contract: string, output: string): ContractAnswer {
  const verdict = parseContractVerdict(output);
  return verdict === undefined ? toAPerson(contract, 'contract-answer-malformed') : answerOf(contract, verdict);
}

function toAPerson(contract: string, result: string): ContractAnswer {
  return answerOf(contract, { decision: 'propose', trace: [{ rule: 'contract-runs', article: '', result }] });
}

function answerOf(contract: string, { decision, trace }: ContractVerdict): ContractAnswer {
  const textOf = (manual: boolean): string => JSON.stringify({ contract, manual, decision, trace });
  return { decision, trace: textOf(false), manualTrace: textOf(true) };
}
