import type { BlockTransaction } from '@minglu/ledger';
import type { Clock } from '../../clock.ts';
import type { BlockSink, Sequencer, SequencerStart } from '../sequencer.ts';

/** What it needs of the two: it agrees with nobody. */
type OwnSink = Pick<BlockSink, 'deliver' | 'findNextDueMs'>;
type OwnStart = Pick<SequencerStart, 'height' | 'timeMs'>;

import { nextTickMs } from '../next-tick.ts';

export interface EmbeddedSequencerOptions {
  readonly clock: Clock;
  readonly maxBlockTransactions: number;
  readonly maxBlockBytes: number;
  /** How many submissions are being authenticated: while a flood is coming, a block waits a moment for it. */
  readonly countArriving: () => number;
  /** The latest time (ms) a block may carry, from what witnesses said; undefined when nobody bounds it. */
  readonly findLatestTimeMs: () => number | undefined;
  readonly onFailure: (error: unknown) => void;
}

/** A timer may not sleep longer: the machine's clock may be set in the meantime. */
const MAX_SLEEP_MS = 3_600_000;
/** The longest a block waits for submissions that are being authenticated. */
const MAX_GATHER_MS = 4;
/** With so many waiting, a block's fixed costs (a signature, two syncs) no longer show. */
const GATHERED_ENOUGH = 96;

/**
 * One process orders: a block is whatever arrived while the last one was being written. A block without transactions
 * (a tick) is made at each due instant and at local midnight.
 */
export class EmbeddedSequencer implements Sequencer {
  readonly #options: EmbeddedSequencerOptions;
  #sink: OwnSink | undefined;
  #queue: BlockTransaction[] = [];
  #height = 0;
  #timeMs = 0;
  #writing: Promise<void> | undefined;
  #scheduled = false;
  #closed = false;
  #cancelTimer: (() => void) | undefined;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #gathered = false;

  constructor(options: EmbeddedSequencerOptions) {
    this.#options = options;
  }

  start(from: OwnStart, sink: OwnSink): void {
    this.#height = from.height;
    this.#timeMs = from.timeMs;
    this.#sink = sink;
    this.#schedule();
  }

  submit(transaction: BlockTransaction): void {
    this.#queue.push(transaction);
    this.#schedule();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelTimer?.();
    this.#endGathering();
    while (this.#writing !== undefined) await this.#writing;
  }

  /** Whatever else arrives in this turn of the loop joins the block. */
  #schedule(): void {
    if (this.#scheduled || this.#closed || this.#sink === undefined) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#next();
    });
  }

  #next(): void {
    if (this.#closed || this.#sink === undefined || this.#writing !== undefined) return;
    const dueMs = nextTickMs(this.#sink, this.#timeMs);
    const isTickDue = dueMs <= this.#nowMs();
    if (this.#queue.length === 0 && !isTickDue) {
      this.#sleepUntil(dueMs);
      return;
    }
    if (!isTickDue && this.#isGathering()) return;
    this.#endGathering();
    this.#deliver(this.#sink);
  }

  #deliver(sink: OwnSink): void {
    const transactions = this.#takeTransactions();
    const block = { height: this.#height + 1, time: this.#nowMs(), transactions };
    try {
      const { durable } = sink.deliver(block);
      this.#height = block.height;
      this.#timeMs = block.time;
      this.#writing = durable.then(
        () => this.#written(),
        (error: unknown) => this.#failed(error),
      );
    } catch (error) {
      this.#failed(error);
    }
  }

  #written(): void {
    this.#writing = undefined;
    this.#schedule();
  }

  #failed(error: unknown): void {
    this.#closed = true;
    this.#writing = undefined;
    this.#cancelTimer?.();
    this.#options.onFailure(error);
  }

  #takeTransactions(): BlockTransaction[] {
    const { maxBlockTransactions, maxBlockBytes } = this.#options;
    let count = 0;
    let bytes = 0;
    for (const { transaction, sidecar } of this.#queue) {
      bytes += transaction.jws.length + (sidecar?.text.length ?? 0) * 2;
      if (count === maxBlockTransactions || (count > 0 && bytes > maxBlockBytes)) break;
      count += 1;
    }
    const taken = this.#queue.slice(0, count);
    this.#queue = this.#queue.slice(count);
    return taken;
  }

  /** Never backwards (a clock that was set back stands still), never beyond what the witnesses' clocks allow. */
  #nowMs(): number {
    const latestMs = this.#options.findLatestTimeMs() ?? Number.MAX_SAFE_INTEGER;
    return Math.max(this.#timeMs, Math.min(this.#options.clock.nowMs(), latestMs));
  }

  /** Each arrival asks again; the timer (real time, whatever the clock says) is for those that never come. */
  #isGathering(): boolean {
    if (this.#gathered) return false;
    if (this.#queue.length >= GATHERED_ENOUGH || this.#options.countArriving() < GATHERED_ENOUGH) return false;
    this.#gathering ??= setTimeout(() => {
      this.#gathered = true;
      this.#next();
    }, MAX_GATHER_MS);
    return true;
  }

  #endGathering(): void {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    this.#gathered = false;
  }

  #sleepUntil(instantMs: number): void {
    this.#cancelTimer?.();
    const delayMs = Math.min(Math.max(instantMs - this.#nowMs(), 1), MAX_SLEEP_MS);
    this.#cancelTimer = this.#options.clock.setTimer(() => this.#schedule(), delayMs);
  }
}
