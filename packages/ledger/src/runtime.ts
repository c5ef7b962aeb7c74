import type { HashFunction } from '@minglu/protocol';
import type { ContractRunner } from './contract-runner.ts';
import type { Genesis } from './genesis.ts';

/** What a block is applied with besides state: all of it must be the same on every node. */
export interface Runtime {
  readonly contracts: ContractRunner;
  readonly genesis: Genesis;
  /** SHA-256 in a faster form than the pure one; defaults to protocol's. */
  readonly hash?: HashFunction;
}
