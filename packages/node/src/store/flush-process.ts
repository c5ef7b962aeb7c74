import type { FlushBatch } from './flush-batch.ts';
import { FlushWriter } from './flush-writer.ts';
import { derivedDamaged } from './state-rows.ts';
import { StoreError } from './store-error.ts';

/** For a writer that is in no batch and does not end. */
const END_TIMEOUT_MS = 5_000;

/**
 * The other end of the process that writes. A process and not a thread, because LMDB maps its file: whoever writes rows in
 * a random order has all of it in memory after a while. It starts with the first batch; one batch at a time. Batches go
 * through its standard input, answers come as lines of its standard output.
 */
export class FlushProcess {
  readonly #directory: string;
  readonly #endTimeoutMs: number;
  #child: FlushWriter | undefined;

  constructor(directory: string, endTimeoutMs = END_TIMEOUT_MS) {
    this.#directory = directory;
    this.#endTimeoutMs = endTimeoutMs;
  }

  /** While one runs. */
  get pid(): number | undefined {
    return this.#child?.process.pid;
  }

  /** Resolves when the batch is committed and synced; `derived-damaged` when rows it must change are not what was written. */
  async write(batch: FlushBatch): Promise<void> {
    this.#child ??= new FlushWriter(this.#directory);
    const answer = await this.#child.ask(batch.pieces());
    if (answer.error === undefined) return;
    if (answer.code === 'derived-damaged') throw derivedDamaged('texts', new Error(answer.error));
    const isFull = /no space|ENOSPC|MAP_FULL/i.test(answer.error);
    throw new StoreError(isFull ? 'storage-full' : 'write-failed', { file: this.#directory }, new Error(answer.error));
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    await child?.end(this.#endTimeoutMs);
  }
}
