import { type BlockTransaction, checkTransaction } from '@minglu/ledger';
import { type Outcome, parseEntry } from '@minglu/protocol';
import type { Authenticator } from '../authenticate/authenticator.ts';
import { reviveSidecar, reviveTransaction } from '../authenticate/revive.ts';
import type { Committed } from '../commit/commit-block.ts';
import type { LogEntry, LogStore } from '../log-store/log-store.ts';
import type { Metrics } from '../metrics.ts';
import { NodeError } from '../node-error.ts';
import type { Published } from '../read/published.ts';
import type { StateStore } from '../store/state-store.ts';
import type { Receipts } from './receipts.ts';
import type { SpaceGuard } from './space-guard.ts';

/** Where a transaction stands and what became of it. */
export interface RecordedTransaction {
  readonly height: number;
  readonly index: number;
  readonly outcome: Outcome;
}

/** What a sender is owed. */
export interface SubmitResult extends RecordedTransaction {
  readonly id: string;
  /** C2SP tlog-proof text; keep it. */
  readonly receipt: string;
}

export interface SubmissionsOptions {
  readonly authenticator: Authenticator;
  readonly state: StateStore;
  readonly log: LogStore;
  readonly receipts: Receipts;
  readonly published: Published;
  readonly metrics: Metrics;
  readonly space: SpaceGuard;
  /** Transactions that may wait for their block. */
  readonly maxWaiting: number;
  /** Never before the last block's time. */
  readonly nowMs: () => number;
  readonly order: (transaction: BlockTransaction) => void;
  /** Of a cluster's member: how long anybody waits, and whether it is known that it would be in vain. */
  readonly quorum?: { readonly patienceMs: number; readonly isMissing: () => boolean };
}

interface Waiting {
  readonly promise: Promise<SubmitResult>;
  readonly resolve: (result: SubmitResult) => void;
  readonly reject: (error: NodeError) => void;
  readonly sinceMs: number;
}

const SWEEP_MS = 250;

/** The door: authentic, not refused at once, each id once. Whoever waits here gets a receipt or a coded error. */
export class Submissions {
  readonly #options: SubmissionsOptions;
  readonly #waiting = new Map<string, Waiting>();
  readonly #sweep: ReturnType<typeof setInterval> | undefined;
  /** Whoever went away without an answer since the last that was given. */
  #unanswered = 0;
  #halt: NodeError | undefined;

  constructor(options: SubmissionsOptions) {
    this.#options = options;
    const { quorum } = options;
    if (quorum === undefined) return;
    this.#sweep = setInterval(() => this.#tell(performance.now() - quorum.patienceMs), SWEEP_MS).unref();
  }

  /** Ordered or about to be, and not answered yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  async submit(jws: string, sidecarText?: string): Promise<SubmitResult> {
    const sinceMs = performance.now();
    if (this.#halt !== undefined) throw this.#halt;
    const { authenticator, state, metrics } = this.#options;
    const authenticity = await authenticator.authenticate(jws, sidecarText);
    if (this.#halt !== undefined) throw this.#halt;
    const transaction = reviveTransaction(jws, authenticity);
    // A repeat changes nothing and is owed the first receipt, even when its time has passed since.
    const underWay = this.#waiting.get(transaction.id);
    if (underWay !== undefined) return underWay.promise;
    const place = state.findTransaction(transaction.id);
    if (place !== undefined) {
      metrics.add('submissions_repeated');
      // Another member's bundle brought it, or this sender was told that there was no quorum: it is answered when its block is shown.
      if (place.index >= this.#options.published.size) return this.#wait(transaction.id, sinceMs);
      return this.#resultAt(transaction.id, place.index);
    }
    const commitment = transaction.sidecarCommitment ?? '';
    const sidecar = sidecarText === undefined ? undefined : reviveSidecar(sidecarText, commitment, authenticity);
    this.#checkAtTheDoor({ transaction, sidecar });
    return this.#order({ transaction, sidecar }, sinceMs);
  }

  /** The recorded transaction of this id. */
  async find(id: string): Promise<RecordedTransaction | undefined> {
    const place = this.#options.state.findTransaction(id);
    if (place === undefined || place.index >= this.#options.published.size) return undefined;
    return { height: place.height, index: place.index, outcome: await this.#outcomeAt(place.index) };
  }

  /** A block is durable and its checkpoint is up. */
  answer({ block, entries, checkpoint }: Committed): void {
    if (checkpoint === undefined) return;
    const nowMs = performance.now();
    this.#unanswered = 0;
    for (const [at, { id, index, outcome }] of block.transactions.entries()) {
      const waiting = this.#waiting.get(id);
      if (waiting === undefined) continue;
      this.#waiting.delete(id);
      const receipt = this.#options.receipts.issue((entries[at] as LogEntry).bytes, index, checkpoint);
      waiting.resolve({ id, height: block.height, index, outcome, receipt });
      this.#options.metrics.observe('submit_ms', nowMs - waiting.sinceMs);
    }
  }

  /** Nothing more is taken; whoever waits is told why. */
  halt(error: NodeError): void {
    this.#halt ??= error;
    clearInterval(this.#sweep);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #checkAtTheDoor({ transaction, sidecar }: BlockTransaction): void {
    const { state, maxWaiting, metrics, nowMs, space } = this.#options;
    if (space.isFull) throw new NodeError('storage-full', { ...space.facts, remedy: 'free space; nothing was taken' });
    if (this.#options.quorum?.isMissing() || this.#unanswered >= maxWaiting) throw new NodeError('quorum-missing');
    if (this.#waiting.size >= maxWaiting) throw new NodeError('overloaded', { maxWaiting });
    const refusal = checkTransaction(state, transaction, sidecar, nowMs());
    if (refusal === undefined) return;
    metrics.add('submissions_refused_at_the_door');
    throw new NodeError('transaction-refused', { code: refusal.refused, facts: refusal.facts });
  }

  #order(transaction: BlockTransaction, sinceMs: number): Promise<SubmitResult> {
    const answer = this.#wait(transaction.transaction.id, sinceMs);
    this.#options.order(transaction);
    return answer;
  }

  #wait(id: string, sinceMs: number): Promise<SubmitResult> {
    const { promise, resolve, reject } = Promise.withResolvers<SubmitResult>();
    this.#waiting.set(id, { promise, resolve, reject, sinceMs });
    return promise;
  }

  /** Whoever came before `sinceMs` has waited long enough; the oldest come first. The transaction goes its way all the same. */
  #tell(sinceMs: number): void {
    for (const [id, waiting] of this.#waiting) {
      if (waiting.sinceMs > sinceMs) return;
      this.#waiting.delete(id);
      this.#unanswered += 1;
      waiting.reject(new NodeError('quorum-missing', { waitedMs: Math.round(performance.now() - waiting.sinceMs) }));
    }
  }

  async #resultAt(id: string, index: number): Promise<SubmitResult> {
    const { log, receipts } = this.#options;
    const entry = parseEntry(await log.entry(index));
    const receipt = await receipts.get(index);
    return { id, height: entry.height, index, outcome: outcomeIn(entry), receipt };
  }

  async #outcomeAt(index: number): Promise<Outcome> {
    return outcomeIn(parseEntry(await this.#options.log.entry(index)));
  }
}

function outcomeIn(entry: ReturnType<typeof parseEntry>): Outcome {
  if (entry.type === 'transaction') return entry.outcome;
  throw new NodeError('damaged', { height: entry.height, remedy: 'drop the state directory and start again' });
}
