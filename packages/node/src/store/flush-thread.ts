import { Worker } from 'node:worker_threads';
import type { FlushBatch } from './flush-batch.ts';
import type { FlushAnswer, FlushRequest } from './flush-worker.ts';
import { StoreError } from './store-error.ts';

/** The other end of the thread that writes. It starts with the first batch; one batch at a time. */
export class FlushThread {
  readonly #directory: string;
  #worker: Worker | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Resolves when the batch is committed and synced. */
  async write(batch: FlushBatch): Promise<void> {
    const worker = this.#start();
    const { buffer, length } = batch.take();
    const answer = await new Promise<FlushAnswer>((resolve, reject) => {
      const leave = (error: unknown) => reject(error instanceof Error ? error : new Error(`exit ${error}`));
      worker
        .once('error', leave)
        .once('exit', leave)
        .once('message', (message: FlushAnswer) => {
          worker.off('error', leave).off('exit', leave);
          resolve(message);
        });
      worker.postMessage({ buffer, length } satisfies FlushRequest, [buffer]);
    });
    if (answer.error === undefined) return;
    const isFull = /no space|ENOSPC|MAP_FULL/i.test(answer.error);
    throw new StoreError(isFull ? 'storage-full' : 'write-failed', { file: this.#directory }, new Error(answer.error));
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (worker === undefined) return;
    this.#worker = undefined;
    worker.ref();
    const gone = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.postMessage('close' satisfies FlushRequest);
    await gone;
  }

  #start(): Worker {
    if (this.#worker !== undefined) return this.#worker;
    this.#worker = new Worker(new URL('./flush-worker.ts', import.meta.url), {
      workerData: { directory: this.#directory },
    });
    // A process that has nothing else to do may end.
    this.#worker.unref();
    return this.#worker;
  }
}
