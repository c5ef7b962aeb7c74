import type { ContractRunner } from '@minglu/ledger';
import { SandboxError } from './sandbox-error.ts';

/**
 * Runs contracts of our own house as plain functions in this process.
 *
 * This is NOT the boundary against hostile code: nothing is metered, memory is shared, a contract that loops stops the
 * node, and purity is only what lint and review see to. It is fit for contracts shipped with this program and for
 * nothing a stranger wrote. The runner for those stands behind the same port.
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
