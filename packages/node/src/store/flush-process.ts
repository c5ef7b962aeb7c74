import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FlushBatch } from './flush-batch.ts';
import type { FlushAnswer } from './flush-process-main.ts';
import { derivedDamaged } from './state-rows.ts';
import { StoreError } from './store-error.ts';

/** For a writer that is in no batch and does not end. */
const END_TIMEOUT_MS = 5_000;

/**
 * The other end of the process that writes. A process and not a thread, because LMDB maps its file: whoever writes rows in
 * a random order has all of it in memory after a while. It starts with the first batch; one batch at a time.
 */
export class FlushProcess {
  readonly #directory: string;
  readonly #endTimeoutMs: number;
  #child: ChildProcess | undefined;

  constructor(directory: string, endTimeoutMs = END_TIMEOUT_MS) {
    this.#directory = directory;
    this.#endTimeoutMs = endTimeoutMs;
  }

  /** While one runs. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Resolves when the batch is committed and synced; `derived-damaged` when rows it must change are not what was written. */
  async write(batch: FlushBatch): Promise<void> {
    const child = this.#start();
    child.ref();
    child.channel?.ref();
    const answer = await ask(child, batch.take());
    // A process that has nothing else to do may end.
    child.unref();
    child.channel?.unref();
    if (answer.error === undefined) return;
    if (answer.code === 'derived-damaged') throw derivedDamaged('texts', new Error(answer.error));
    const isFull = /no space|ENOSPC|MAP_FULL/i.test(answer.error);
    throw new StoreError(isFull ? 'storage-full' : 'write-failed', { file: this.#directory }, new Error(answer.error));
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child === undefined || child.exitCode !== null || !child.connected) return;
    child.ref();
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.disconnect();
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#endTimeoutMs);
    await gone;
    clearTimeout(timer);
  }

  #start(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    this.#child = fork(fileURLToPath(new URL('./flush-process-main.ts', import.meta.url)), [this.#directory], {
      serialization: 'advanced',
      execArgv: [],
      // Nothing inherited: whoever waits for a killed node's output to end does not wait for the writer.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    return this.#child;
  }
}

function ask(child: ChildProcess, batch: Uint8Array): Promise<FlushAnswer> {
  return new Promise((resolve) => {
    const settle = (answer: FlushAnswer) => {
      child.off('message', settle).off('exit', leave).off('error', fail);
      resolve(answer);
    };
    const leave = (code: number | null, signal: string | null) => settle({ error: `writer ended: ${code ?? signal}` });
    const fail = (error: Error) => settle({ error: error.message });
    child.once('message', settle).once('exit', leave).once('error', fail);
    child.send(batch, (error) => {
      if (error !== null) fail(error);
    });
  });
}
