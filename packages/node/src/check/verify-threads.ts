import type { Worker } from 'node:worker_threads';
import { endThread } from '../authenticate/end-thread.ts';
import { startVerifyThread } from '../authenticate/start-verify-thread.ts';
import type { AuthenticationItem, RegisteredKey, Verdict, VerifyAnswer } from '../authenticate/verdict.ts';

/**
 * Some 10 ms of work. Larger than at the door: nobody waits for a single answer here, and a thread must have enough to do
 * while our loop applies a block.
 */
const BATCH_ITEMS = 64;

interface Waiting {
  readonly item: AuthenticationItem;
  readonly resolve: (verdict: Verdict) => void;
  readonly reject: (error: Error) => void;
  wasMissing: boolean;
}

interface Thread {
  readonly worker: Worker;
  readonly inWork: Map<number, readonly Waiting[]>;
  /** How many of the keys it was told. */
  keys: number;
}

/** The door's verifying threads, fed with what is recorded. The caller bounds how much is under way. */
export class VerifyThreads {
  readonly #threads: readonly Thread[];
  readonly #keys: RegisteredKey[] = [];
  #waiting: Waiting[] = [];
  #lastBatch = 0;

  constructor(threads: number) {
    this.#threads = Array.from({ length: threads }, () => this.#startThread());
  }

  /** Before what it signed is asked about. */
  learn(key: RegisteredKey): void {
    this.#keys.push(key);
  }

  verify(item: AuthenticationItem): Promise<Verdict> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject, wasMissing: false });
      if (this.#waiting.length >= BATCH_ITEMS) this.send();
    });
  }

  /** What waits for a batch to fill waits no longer. */
  send(): void {
    if (this.#waiting.length === 0) return;
    const [first, ...others] = this.#threads as [Thread, ...Thread[]];
    this.#post(
      others.reduce((least, thread) => (thread.inWork.size < least.inWork.size ? thread : least), first),
      this.#waiting,
    );
    this.#waiting = [];
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map(({ worker }) => endThread(worker)));
  }

  #post(thread: Thread, waiting: readonly Waiting[], more: readonly RegisteredKey[] = []): void {
    this.#lastBatch += 1;
    thread.inWork.set(this.#lastBatch, waiting);
    const keys = [...this.#keys.slice(thread.keys), ...more];
    thread.keys = this.#keys.length;
    thread.worker.postMessage({ batch: this.#lastBatch, items: waiting.map(({ item }) => item), keys });
  }

  #receive(thread: Thread, { batch, verdicts }: VerifyAnswer): void {
    const again: Waiting[] = [];
    const more: RegisteredKey[] = [];
    for (const [at, waiting] of (thread.inWork.get(batch) ?? []).entries()) {
      const verdict = verdicts[at] as Verdict;
      const forgotten = verdict.kind === 'missing' && !waiting.wasMissing ? this.#find(verdict.kids) : [];
      if (forgotten.length === 0) {
        waiting.resolve(verdict);
        continue;
      }
      // A thread remembers some thousand keys; of a chain with more it forgets the oldest.
      waiting.wasMissing = true;
      again.push(waiting);
      more.push(...forgotten);
    }
    thread.inWork.delete(batch);
    if (again.length > 0) this.#post(thread, again, more);
  }

  #find(kids: readonly string[]): RegisteredKey[] {
    return this.#keys.filter(({ kid }) => kids.includes(kid));
  }

  #startThread(): Thread {
    const worker = startVerifyThread();
    const thread: Thread = { worker, inWork: new Map(), keys: 0 };
    worker.on('message', (answer: VerifyAnswer) => this.#receive(thread, answer));
    // Whoever checks a ledger and cannot says so; that is no finding about the ledger.
    worker.on('error', (error: Error) => {
      for (const batch of thread.inWork.values()) for (const { reject } of batch) reject(error);
    });
    return thread;
  }
}
