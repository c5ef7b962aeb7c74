import type { ContractRunner } from '@minglu/ledger';
import { SandboxError } from './sandbox-error.ts';

/**
 * Runs contracts as plain functions in this process: the oracle of tests, which the sandbox is held against.
 *
 * This is NO boundary against hostile code: nothing is metered, memory is shared, a contract that loops stops the node.
 * Nothing but tests may use it.
 *
 * @param contracts by the SHA-256 (hex) of the contract's text; every node must hold the same ones, or outcomes differ
 */
export function directRunner(contracts: ReadonlyMap<string, (input: string) => string>): ContractRunner {
  return {
    run(contract, input) {
      const decide = contracts.get(contract);
      if (decide === undefined) throw new SandboxError('contract-unknown', { contract });
      return decide(input);
    },
  };
}
