import type { BlockTransaction } from '@minglu/ledger';
import type { SubmittedTransaction } from '@minglu/node';
import { bundledBytes, encodeBundle, MAX_BUNDLE_BYTES, MAX_BUNDLE_TRANSACTIONS } from '../bundle/bundle.ts';

export interface BundlerOptions {
  /** Gives a bundle to the engine; rejects when it did not take it. */
  readonly broadcast: (bundle: Uint8Array) => Promise<void>;
  /** Whether everything in it has come to stand in the log meanwhile, by another node's bundle. */
  readonly isDone: (transaction: BlockTransaction) => boolean;
  readonly gatherMs?: number;
}

/** A lonely transaction waits so long for company. */
const GATHER_MS = 5;
const FIRST_PAUSE_MS = 50;
const MAX_PAUSE_MS = 2_000;
const HEADER_BYTES = 64;

/** Puts what comes in together into bundles, and offers each to the engine until it takes it. */
export class Bundler {
  readonly #options: BundlerOptions;
  #queue: BlockTransaction[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #pauses = new Set<ReturnType<typeof setTimeout>>();
  #isClosed = false;

  constructor(options: BundlerOptions) {
    this.#options = options;
  }

  add(transaction: BlockTransaction): void {
    if (this.#isClosed) return;
    this.#queue.push(transaction);
    if (this.#queue.length >= MAX_BUNDLE_TRANSACTIONS) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), this.#options.gatherMs ?? GATHER_MS);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const pause of this.#pauses) clearTimeout(pause);
    this.#queue = [];
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const queue = this.#queue;
    this.#queue = [];
    for (let taken = 0; taken < queue.length; ) {
      const bundle = fitting(queue.slice(taken));
      taken += bundle.length;
      this.#offer(bundle, FIRST_PAUSE_MS);
    }
  }

  /** The engine may be starting, its memory of waiting ones full: whoever waits for a receipt is not told of that. */
  #offer(bundle: readonly BlockTransaction[], pauseMs: number): void {
    const left = bundle.filter((transaction) => !this.#options.isDone(transaction));
    if (left.length === 0 || this.#isClosed) return;
    this.#options.broadcast(encodeBundle(left.map(submittedOf))).catch(() => {
      if (this.#isClosed) return;
      const pause = setTimeout(() => {
        this.#pauses.delete(pause);
        this.#offer(left, Math.min(pauseMs * 2, MAX_PAUSE_MS));
      }, pauseMs);
      this.#pauses.add(pause);
    });
  }
}

function fitting(queue: readonly BlockTransaction[]): BlockTransaction[] {
  let bytes = HEADER_BYTES;
  const taken: BlockTransaction[] = [];
  for (const transaction of queue) {
    bytes += bundledBytes(submittedOf(transaction));
    if (taken.length === MAX_BUNDLE_TRANSACTIONS || bytes > MAX_BUNDLE_BYTES) break;
    taken.push(transaction);
  }
  return taken;
}

function submittedOf({ transaction, sidecar }: BlockTransaction): SubmittedTransaction {
  return sidecar === undefined ? { jws: transaction.jws } : { jws: transaction.jws, sidecar: sidecar.text };
}
