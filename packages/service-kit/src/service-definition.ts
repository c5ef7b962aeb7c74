import type { Contract } from './define-contract.ts';
import type { Language, ServiceManifest } from './manifest.ts';

/** All of a service in one value: what a city registers, a portal shows and a department reads. */
export interface ServiceDefinition<MessageKey extends string = string> {
  readonly manifest: ServiceManifest;
  readonly contract: Contract;
  /** The text of the contract as one file; its SHA-256 is the contract's identity on the ledger. */
  readonly contractText: string;
  readonly contractHash: string;
  /** Texts of earlier versions by their hash: a case stays with its version, and an old ledger must be replayed. */
  readonly earlierContracts?: Readonly<Record<string, string>>;
  readonly messages: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>>;
}
