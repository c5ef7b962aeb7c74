import type { Block, BlockTransaction } from '@minglu/ledger';

/** What becomes of a block that was handed over: its root at once (an engine votes on it), its durability later. */
export interface Delivery {
  readonly stateRoot: Uint8Array;
  /** Resolves once the block is on disk and its receipts are answered; rejects when the node has halted. */
  readonly durable: Promise<void>;
}

/** Whoever applies ordered blocks. There is one, and it takes them strictly in order. */
export interface BlockSink {
  /** Plans `block` at once and begins to commit it. Throws when the node has halted. */
  deliver(block: Block): Delivery;
  /** Instant (ms) of the first effect in the due index of the state as planned so far. */
  findNextDueMs(): number | undefined;
}

/** Where a chain stands when its sequencer begins. */
export interface SequencerStart {
  readonly height: number;
  readonly timeMs: number;
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
