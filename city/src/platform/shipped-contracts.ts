import { individualBusiness } from '@minglu/individual-business';
import type { ContractRunner } from '@minglu/ledger';
import { directRunner } from '@minglu/sandbox';

/** The contracts that come with this program: every node of a chain must have the same ones. */
export function shippedContracts(): ContractRunner {
  return directRunner(new Map([[individualBusiness.contractHash, individualBusiness.contract]]));
}
