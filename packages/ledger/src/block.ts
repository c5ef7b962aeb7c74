import type { LedgerEvent, Outcome, Sidecar, Transaction } from '@minglu/protocol';
import type { StateChanges } from './state/state-changes.ts';

export interface BlockTransaction {
  readonly transaction: Transaction;
  readonly sidecar: Sidecar | undefined;
  /** The recorded outcome, taken on trust where the sidecar was lawfully erased and nothing can be decided again. */
  readonly erased?: Outcome;
}

export interface Block {
  readonly height: number;
  /** Milliseconds since 1970, UTC; never before the previous block's. */
  readonly time: number;
  readonly transactions: readonly BlockTransaction[];
}

export interface AppliedBlock {
  readonly outcomes: readonly Outcome[];
  /** The trace text behind each outcome's trace commitment; not public. */
  readonly traces: readonly (string | undefined)[];
  /** What came due by time alone. */
  readonly blockEvents: readonly LedgerEvent[];
  readonly changes: StateChanges;
  /** Version of the state machine that applied this block. */
  readonly protocol: number;
}
