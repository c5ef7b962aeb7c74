import { individualBusiness } from '@minglu/individual-business';
import type { ContractRunner } from '@minglu/ledger';
import { openSandbox, type SandboxAlarm } from '@minglu/sandbox';

/**
 * The contracts that come with this program, in the sandbox: every node of a chain must have the same ones.
 *
 * @param alarm told when a call takes long or this machine fails it; without it, nobody watches the time
 */
export function shippedContracts(alarm?: SandboxAlarm): ContractRunner {
  const { contractHash, contractText, earlierContracts = {} } = individualBusiness;
  const contracts = new Map([[contractHash, contractText], ...Object.entries(earlierContracts)]);
  return openSandbox(alarm === undefined ? { contracts } : { contracts, alarm });
}
