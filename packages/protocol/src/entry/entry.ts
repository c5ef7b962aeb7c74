import type { JsonObject } from '../encoding/strict-json.ts';

/** Bytes of the longest entry: an entry bundle states the length in 16 bits (C2SP tlog-tiles). */
export const MAX_ENTRY_BYTES = 65_535;

/** Something that happened, with public facts only: `["case.submitted",{…}]`. */
export type LedgerEvent = readonly [name: string, facts: JsonObject];

/** What became of a transaction that took effect. `trace` commits to a contract's trace, when one ran (`commitTrace`). */
export interface AcceptedOutcome {
  readonly events: readonly LedgerEvent[];
  readonly trace?: string;
}

/** What became of a transaction that entered a block and was refused. */
export interface RefusedOutcome {
  readonly refused: string;
  readonly facts: JsonObject;
}

export type Outcome = AcceptedOutcome | RefusedOutcome;

/** Log entry of one transaction. */
export interface TransactionEntry {
  readonly type: 'transaction';
  readonly height: number;
  readonly jws: string;
  readonly outcome: Outcome;
}

/** Log entry that closes a block. */
export interface BlockEntry {
  readonly type: 'block';
  readonly height: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** Version of the state machine. */
  readonly protocol: number;
  /** How many transaction entries stand before it. */
  readonly transactions: number;
  /** Effects that fell due. */
  readonly events: readonly LedgerEvent[];
  /** 32 bytes. */
  readonly stateRoot: Uint8Array;
  /** SHA-256 of the previous block entry's bytes; 32 zero bytes at height 0. */
  readonly previous: Uint8Array;
}

export function isRefused(outcome: Outcome): outcome is RefusedOutcome {
  return 'refused' in outcome;
}
