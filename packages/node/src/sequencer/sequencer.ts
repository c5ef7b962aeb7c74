import type { Block, BlockTransaction } from '@minglu/ledger';

/** What becomes of a block that was handed over: its root at once (an engine votes on it), its durability later. */
export interface Delivery {
  readonly stateRoot: Uint8Array;
  /** Resolves once the block is on disk and its receipts are answered; rejects when the node has halted. */
  readonly durable: Promise<void>;
}

/** Size and RFC 6962 root of the log: what a checkpoint says. */
interface Head {
  readonly size: number;
  readonly root: Uint8Array;
}

/** A block that was planned and stands in memory alone: an engine first agrees on what it leads to, and says then that it stays. */
export interface Plan {
  readonly stateRoot: Uint8Array;
  /** The log with it. */
  readonly head: Head;
  /** Resolves once the block is on disk and its receipts are answered; rejects when the node has halted. Call it once. */
  commit(): Promise<void>;
  /** It will never be committed: the node halts as `closed`, and its next start knows nothing of the block. */
  abandon(): void;
}

/** Whoever applies ordered blocks. There is one, and it takes them strictly in order. */
export interface BlockSink {
  /** Plans `block` at once and begins to commit it. Throws when the node has halted. */
  deliver(block: Block): Delivery;
  /** The same in two steps; nothing else is planned or delivered between them. */
  plan(block: Block): Plan;
  /** Instant (ms) of the first effect in the due index of the state as planned so far. */
  findNextDueMs(): number | undefined;
  /** Whether a transaction of this id stands in the log, or in the block that was planned last. */
  hasTransaction(id: string): boolean;
}

/** Where a chain stands when its sequencer begins. */
export interface SequencerStart {
  readonly height: number;
  readonly timeMs: number;
  readonly head: Head;
}

/** What a sequencer may use of its node. */
export interface SequencerTools {
  /**
   * Reads a transaction of which nothing is known and checks every signature of it against the state as planned. Rejects with a
   * `NodeError`: `transaction-malformed`, `signature-invalid`, `attestation-signature-invalid` and `key-unknown` are about it;
   * any other code is about this node.
   */
  authenticate(jws: string, sidecarText?: string): Promise<BlockTransaction>;
  /** The sequencer cannot go on: the node halts. */
  fail(error: unknown): void;
}

/**
 * Puts transactions into blocks and gives each block its time. The embedded one does so alone; an engine such as
 * CometBFT agrees on it with others and calls the same `deliver`. Only authenticated transactions come in, each id once.
 */
export interface Sequencer {
  start(from: SequencerStart, sink: BlockSink): void;
  submit(transaction: BlockTransaction): void;
  /** Takes nothing more and resolves when every delivered block is durable. */
  close(): Promise<void>;
}
