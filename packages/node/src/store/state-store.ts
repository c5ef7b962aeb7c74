import type { StateChanges, StateReader } from '@minglu/ledger';
import type { StateProof } from '@minglu/protocol';

/** Where a transaction stands for ever. */
export interface TransactionPlace {
  readonly height: number;
  /** Index of its entry in the log. */
  readonly index: number;
}

/** A point between two blocks. Before block 0: height -1, log size 0, root of 32 zero bytes. */
export interface StateMark {
  readonly height: number;
  readonly root: Uint8Array;
  readonly logSize: number;
}

/** What `apply` is told besides the changes. */
export interface AppliedBlockPlace {
  readonly height: number;
  /** Size of the log including this block's own entry. */
  readonly logSize: number;
  /** Every transaction of the block, refused ones too. */
  readonly transactions: readonly { readonly id: string; readonly index: number }[];
}

export interface ProvenState {
  readonly value: string | undefined;
  readonly proof: StateProof;
  readonly mark: StateMark;
}

/**
 * The state after the last applied block, its index tables and its authenticated tree. One writer. Derived from the log:
 * whoever finds it damaged drops the directory and applies the blocks again.
 */
export interface StateStore extends StateReader {
  /** After the last `apply`. */
  mark(): StateMark;
  /** As of the last completed `flush` (or the opening): what a restart begins from. */
  flushedMark(): StateMark;
  /**
   * The root these changes lead to. Readers still see the state before. The same `changes` object must be given to
   * `apply` next; until then `prove` refuses (`out-of-order`), for the tree has gone ahead. There is no way back:
   * whoever cannot apply what was staged (the journal failed) has halted.
   */
  stage(changes: StateChanges): Uint8Array;
  /** Makes a block's changes visible, staging them first when nobody did. In memory; `flush` brings them to disk. */
  apply(changes: StateChanges, place: AppliedBlockPlace): StateMark;
  findTransaction(id: string): TransactionPlace | undefined;
  /** Instant (ms) of the first row of the due index. */
  findNextDueMs(): number | undefined;
  /** A value or its absence with its proof under the root of `mark()`. */
  prove(key: string): ProvenState;
  /**
   * Writes everything applied so far in one transaction, off the loop, and syncs it; resolves with what is durable then.
   * Blocks may be applied meanwhile. Call it only when the journal holds every applied block durably: a state ahead of
   * the journal after a power cut is `derived-damaged`. A rejection halts the store.
   */
  flush(): Promise<StateMark>;
  /** Waits for a flush under way; does not begin one. */
  close(): Promise<void>;
}
