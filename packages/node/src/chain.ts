import type { Block } from '@minglu/ledger';
import type { CheckpointBoard } from './checkpoints/checkpoint-board.ts';
import type { CheckpointHistory } from './checkpoints/checkpoint-history.ts';
import { noteOf, type SignedCheckpoint } from './checkpoints/signed-checkpoint.ts';
import { type CommitTarget, type Committed, commitBlock } from './commit/commit-block.ts';
import type { JournaledBlock } from './commit/journal-payload.ts';
import type { Follows } from './follow/follow.ts';
import { toNodeError } from './halt.ts';
import type { QuorumGate } from './members/quorum-gate.ts';
import type { Metrics } from './metrics.ts';
import { NodeError } from './node-error.ts';
import type { NodeLimits } from './node-options.ts';
import type { Published } from './read/published.ts';
import type { BlockSink, Delivery, Plan } from './sequencer/sequencer.ts';

export interface ChainParts {
  readonly target: CommitTarget;
  readonly board: CheckpointBoard;
  readonly history: CheckpointHistory;
  readonly published: Published;
  readonly follows: Follows;
  readonly metrics: Metrics;
  readonly limits: NodeLimits;
  /** Of a cluster's member: what is committed is shown once enough of the others have signed it. */
  readonly gate: QuorumGate | undefined;
  /** A checkpoint is up: witnesses may have it, senders are owed their receipts. */
  readonly onCommitted: (committed: Committed) => void;
  readonly onHalt: (error: NodeError) => void;
}

/** Takes ordered blocks, one after the other, to disk and to the public. */
export class Chain implements BlockSink {
  readonly #parts: ChainParts;
  #previous: Uint8Array = new Uint8Array(32);
  #unflushed = 0;
  #flushing: Promise<void> | undefined;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #busy = false;
  #whenBetweenBlocks: (() => void)[] = [];
  #halt: NodeError | undefined;

  constructor(parts: ChainParts) {
    this.#parts = parts;
  }

  get halted(): NodeError | undefined {
    return this.#halt;
  }

  deliver(block: Block): Delivery {
    const { stateRoot, commit } = this.#plan(block, undefined);
    return { stateRoot, durable: commit() };
  }

  plan(block: Block): Plan {
    return this.#plan(block, undefined);
  }

  /** `previous`: SHA-256 of the last block entry that the state has. */
  resume(previous: Uint8Array): void {
    this.#previous = previous;
  }

  /** A block whose record is durable already; the same path. */
  async recover(journaled: JournaledBlock): Promise<void> {
    await this.#plan(journaled.block, journaled).commit();
  }

  findNextDueMs(): number | undefined {
    return this.#parts.target.state.findNextDueMs();
  }

  hasTransaction(id: string): boolean {
    return this.#parts.target.state.findTransaction(id) !== undefined;
  }

  /** Stops for good: nothing is guessed after a failed write or a root that differs. */
  halt(error: NodeError): void {
    if (this.#halt !== undefined) return;
    this.#halt = error;
    clearTimeout(this.#idle);
    this.#wake();
    this.#parts.published.halt(error);
    this.#parts.onHalt(error);
  }

  /** Brings entries, tiles and state to disk as soon as no block is half way; the journal is shorter afterwards. */
  async flush(): Promise<void> {
    while (this.#flushing !== undefined) await this.#flushing;
    if (this.#halt !== undefined) throw this.#halt;
    if (!this.#busy) return this.#flush();
    await new Promise<void>((resolve) => this.#whenBetweenBlocks.push(resolve));
    return this.flush();
  }

  #plan(block: Block, journaled: JournaledBlock | undefined): Plan {
    if (this.#halt !== undefined) throw this.#halt;
    const startedMs = performance.now();
    this.#busy = true;
    clearTimeout(this.#idle);
    try {
      const { stateRoot, entryHash, head, finish } = commitBlock(block, this.#parts.target, this.#previous, journaled);
      this.#previous = entryHash;
      const plannedMs = performance.now();
      this.#parts.metrics.observe('block_plan_ms', plannedMs - startedMs);
      const abandon = () => this.halt(new NodeError('closed'));
      return { stateRoot, head, commit: () => this.#finish(finish(), plannedMs), abandon };
    } catch (error) {
      const reason = toNodeError(error);
      this.halt(reason);
      throw reason;
    }
  }

  async #finish(done: Promise<Committed>, plannedMs: number): Promise<void> {
    try {
      const committed = await done;
      this.#parts.metrics.observe('block_durable_ms', performance.now() - plannedMs);
      this.#hold(committed);
      if (this.#halt !== undefined) return;
      this.#busy = false;
      this.#flushWhenDue(committed.block.transactions.length);
    } catch (error) {
      const reason = toNodeError(error);
      this.halt(reason);
      throw reason;
    }
  }

  #hold(committed: Committed): void {
    const { gate, metrics } = this.#parts;
    const { checkpoint } = committed;
    if (checkpoint === undefined) {
      metrics.add('blocks_recovered');
      return;
    }
    if (gate === undefined) {
      this.#publish(committed, checkpoint);
      return;
    }
    const sinceMs = performance.now();
    gate.hold(checkpoint, (signed) => {
      if (this.#halt !== undefined) return;
      metrics.observe('quorum_ms', performance.now() - sinceMs);
      this.#publish({ ...committed, checkpoint: signed }, signed);
    });
  }

  #publish(committed: Committed, checkpoint: SignedCheckpoint): void {
    const { board, history, published, follows, metrics, target, onCommitted } = this.#parts;
    const { block } = committed;
    board.publish(checkpoint);
    published.publish(committed);
    history.record(checkpoint.size, noteOf(checkpoint), false);
    target.crash(7);
    onCommitted(committed);
    target.crash(8);
    follows.publish(block);
    metrics.add('blocks');
    metrics.add('transactions', block.transactions.length);
  }

  #flushWhenDue(transactions: number): void {
    const { flushTransactions, flushIdleMs } = this.#parts.limits;
    this.#unflushed += transactions;
    this.#wake();
    if (this.#flushing !== undefined) return;
    if (this.#unflushed >= flushTransactions) this.#startFlush();
    else this.#flushWhenIdle(flushIdleMs);
  }

  #flushWhenIdle(flushIdleMs: number): void {
    this.#idle = setTimeout(() => this.#busy || this.#startFlush(), flushIdleMs).unref();
  }

  /** They go on before the next block begins. */
  #wake(): void {
    for (const resolve of this.#whenBetweenBlocks) resolve();
    this.#whenBetweenBlocks = [];
  }

  #startFlush(): void {
    this.#flush().catch((error: unknown) => this.halt(toNodeError(error)));
  }

  /** Called when no block is half way: everything in memory is in the journal, durably. */
  #flush(): Promise<void> {
    const { target, metrics, history } = this.#parts;
    const { state, log, journal, crash } = target;
    const startedMs = performance.now();
    this.#unflushed = 0;
    const both = Promise.all([state.flush(), log.sync(), history.sync()]);
    crash(9);
    this.#flushing = both
      .then(async ([mark, size]) => {
        crash(10);
        if (size >= mark.logSize) await journal.trim(mark.height);
        crash(11);
        metrics.observe('flush_ms', performance.now() - startedMs);
      })
      .finally(() => {
        this.#flushing = undefined;
        // The last block of a burst may have come meanwhile, and none after it will say that it is due.
        if (this.#unflushed > 0 && !this.#busy && this.#halt === undefined) this.#flushWhenDue(0);
      });
    return this.#flushing;
  }
}
