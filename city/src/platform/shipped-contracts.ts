import { individualBusiness } from '@minglu/individual-business';
import type { ContractRunner } from '@minglu/ledger';
import { type KeptEngine, openSandbox, type SandboxAlarm } from '@minglu/sandbox';
import type { ServiceBundle } from '../services/service-bundle.ts';

/**
 * The contracts that come with this program, in the sandbox: every node of a chain must have the same ones.
 *
 * @param alarm told when a call takes long or this machine fails it; without it, nobody watches the time
 * @param more services that came to this installation by themselves
 * @param keptEngine what an earlier start made of the sandbox's engine
 */
export function shippedContracts(
  alarm?: SandboxAlarm,
  more: readonly ServiceBundle[] = [],
  keptEngine?: KeptEngine,
): ContractRunner {
  const { contractHash, contractText, earlierContracts = {} } = individualBusiness;
  const contracts = new Map([[contractHash, contractText], ...Object.entries(earlierContracts)]);
  for (const { contract, registration } of more) contracts.set(String(registration.contract), contract);
  return openSandbox({
    contracts,
    ...(alarm === undefined ? {} : { alarm }),
    ...(keptEngine === undefined ? {} : { keptEngine }),
  });
}
