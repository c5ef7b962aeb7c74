import type { LedgerEvent, Outcome } from '@minglu/protocol';

export interface CommittedTransaction {
  readonly id: string;
  /** Of its entry in the log. */
  readonly index: number;
  readonly jws: string;
  readonly outcome: Outcome;
}

/** A block as followers get it: what stands in the log, nothing beside it. */
export interface CommittedBlock {
  readonly height: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Version of the state machine that applied it. */
  readonly protocol: number;
  readonly firstIndex: number;
  /** Size of the log including this block's own entry. */
  readonly size: number;
  readonly stateRoot: Uint8Array;
  /** What came due by time alone. */
  readonly events: readonly LedgerEvent[];
  readonly transactions: readonly CommittedTransaction[];
}
