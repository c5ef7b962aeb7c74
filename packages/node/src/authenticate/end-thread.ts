import type { Worker } from 'node:worker_threads';

const END_TIMEOUT_MS = 2_000;

/** A verifying thread ends by itself between two batches; one that does not is ended. */
export async function endThread(worker: Worker): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  worker.postMessage('close');
  const timer = setTimeout(() => void worker.terminate(), END_TIMEOUT_MS);
  // One that has died already says nothing any more; `terminate` above would answer at once.
  if (worker.threadId >= 0) await ended;
  clearTimeout(timer);
}
