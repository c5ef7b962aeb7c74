import type { ContractRunner } from '../contract-runner.ts';
import { type ContractVerdict, parseContractVerdict } from './contract-verdict.ts';

/** Runs a contract. Whatever goes wrong inside it, the case is not lost: it goes to a person, and the trace says so. */
export function runContract(contracts: ContractRunner, contract: string, input: string): ContractVerdict {
  let output: string;
  try {
    output = contracts.run(contract, input);
  } catch {
    return toAPerson('contract-failed');
  }
  return parseContractVerdict(output) ?? toAPerson('contract-answer-malformed');
}

function toAPerson(result: string): ContractVerdict {
  return { decision: 'propose', trace: [{ rule: 'contract-runs', article: '', result }] };
}
