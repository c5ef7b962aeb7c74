import { Worker } from 'node:worker_threads';
import type { Logger } from 'pino';
import { ApiError } from '../api-error.ts';
import type { LedgerNode } from '../api-node.ts';
import type { QueryAnswer, QueryInput, QueryName } from '../queries/query-catalogue.ts';
import { BlockFeed } from './block-feed.ts';
import { PositionWaiters } from './position-waiters.ts';
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts';

const QUERY_TIMEOUT_MS = 10_000;
const MAX_QUERIES = 500;
/** A nursery of four megabytes; left alone it grows to 50, and blocks are read no faster. */
const YOUNG_MB = 12;
/** A worker that keeps finding damage has another problem than its file; it is left down and shown. */
const MAX_RESTARTS = 5;

export interface ReadModelOptions extends WorkerStart {
  readonly node: LedgerNode;
  readonly log: Logger;
}

interface PendingQuery {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: ApiError) => void;
  readonly timer: NodeJS.Timeout;
}

/** The main thread's side of the read model: feeds blocks to the worker, asks it questions, starts it again when it fails. */
export class ReadModel {
  readonly #options: ReadModelOptions;
  readonly #feed: BlockFeed;
  readonly #waiters = new PositionWaiters();
  readonly #pending = new Map<number, PendingQuery>();
  #worker: Worker | undefined;
  #nextQuery = 0;
  #restarts = 0;
  #closed: (() => void) | undefined;
  #records = 0;
  #busyMs = 0;

  constructor(options: ReadModelOptions) {
    this.#options = options;
    this.#feed = new BlockFeed(options.node, (message) => this.#post(message));
    this.#startWorker();
  }

  /** Height of the last block whose rows can be read. */
  get height(): number {
    return this.#waiters.height;
  }

  get state(): 'running' | 'starting' | 'failed' {
    if (this.#worker === undefined) return 'failed';
    return this.#feed.started ? 'running' : 'starting';
  }

  /** Totals since start, for metrics. */
  get work(): { records: number; busyMs: number; restarts: number } {
    return { records: this.#records, busyMs: this.#busyMs, restarts: this.#restarts };
  }

  /**
   * Asks the worker. With `fromHeight`, waits (bounded) until the rows of that block are in, so that whoever just
   * committed never reads "not found".
   */
  async query<Name extends QueryName>(
    name: Name,
    input: QueryInput<Name>,
    fromHeight = -1,
  ): Promise<QueryAnswer<Name>> {
    this.#checkReady();
    if (fromHeight > this.height) {
      await this.#waiters.reach(fromHeight);
      // A worker can have been lost, and a crowd have come, while this one waited.
      this.#checkReady();
    }
    return new Promise((resolve, reject) => {
      const id = this.#nextQuery++;
      const timer = setTimeout(() => this.#settle(id)?.reject(new ApiError('overloaded')), QUERY_TIMEOUT_MS);
      this.#pending.set(id, { resolve: resolve as (answer: unknown) => void, reject, timer });
      this.#post({ kind: 'query', id, name, input });
    });
  }

  /** As `query`, but a read model that is behind answers with the rows it has: better a list of yesterday than none. */
  async querySoon<Name extends QueryName>(
    name: Name,
    input: QueryInput<Name>,
    fromHeight: number,
  ): Promise<QueryAnswer<Name>> {
    await this.#waiters.reach(fromHeight).catch(() => undefined);
    return this.query(name, input);
  }

  async close(): Promise<void> {
    this.#feed.stop();
    const worker = this.#worker;
    if (worker === undefined) {
      // One that is about to be started again must not be.
      this.#closed = () => undefined;
      return;
    }
    const closed = new Promise<void>((resolve) => {
      this.#closed = resolve;
    });
    this.#post({ kind: 'close' });
    await closed;
    this.#worker = undefined;
    await worker.terminate();
  }

  #checkReady(): void {
    if (this.#worker === undefined) throw new ApiError('read-model-unavailable');
    if (this.#pending.size >= MAX_QUERIES) throw new ApiError('overloaded');
  }

  #startWorker(): void {
    const { directory, chain } = this.#options;
    const worker = new Worker(new URL('./projection-worker.ts', import.meta.url), {
      workerData: { directory, chain } satisfies WorkerStart,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#worker = worker;
    worker.on('message', (message: FromWorker) => this.#take(message));
    worker.on('error', (error) => this.#restart(worker, error.name));
    worker.on('exit', () => this.#restart(worker, 'exit'));
  }

  #take(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        if (message.dropped !== undefined)
          this.#options.log.warn({ event: 'read-model-dropped', reason: message.dropped });
        this.#waiters.advance(message.height);
        this.#feed.start(message.height);
        return;
      case 'position':
        this.#records += message.records;
        this.#busyMs += message.busyMs;
        this.#feed.reached(message.height);
        this.#waiters.advance(message.height);
        return;
      case 'answer':
        this.#settle(message.id)?.resolve(message.answer);
        return;
      case 'failed':
        this.#settle(message.id)?.reject(new ApiError('read-model-unavailable'));
        return;
      case 'damaged':
        if (this.#worker !== undefined) this.#restart(this.#worker, message.reason);
        return;
      case 'closed':
        this.#closed?.();
    }
  }

  #restart(worker: Worker, reason: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    this.#feed.stop();
    this.#waiters.rewind();
    for (const id of [...this.#pending.keys()]) this.#settle(id)?.reject(new ApiError('read-model-unavailable'));
    if (this.#closed !== undefined) {
      this.#closed();
      return;
    }
    this.#options.log.error({ event: 'read-model-restart', reason });
    this.#restarts += 1;
    const again = this.#restarts <= MAX_RESTARTS;
    void worker.terminate().then(() => {
      if (again && this.#closed === undefined) this.#startWorker();
    });
  }

  #settle(id: number): PendingQuery | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    clearTimeout(pending?.timer);
    return pending;
  }

  #post(message: ToWorker): void {
    this.#worker?.postMessage(message);
  }
}
