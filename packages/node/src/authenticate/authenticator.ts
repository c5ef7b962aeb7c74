import type { Worker } from 'node:worker_threads';
import { NodeError } from '../node-error.ts';
import { endThread } from './end-thread.ts';
import type { Authenticity } from './revive.ts';
import { startVerifyThread } from './start-verify-thread.ts';
import type { AuthenticationItem, RegisteredKey, Verdict, VerifyAnswer } from './verdict.ts';

export interface AuthenticatorOptions {
  readonly threads: number;
  /** Submissions that may wait or be in work; beyond them the door says `overloaded`. */
  readonly maxWaiting: number;
  /** The registered key of state `key/<kid>`, whatever its status: a thumbprint never changes its key. */
  readonly findKey: (kid: string) => RegisteredKey | undefined;
}

interface Waiting extends AuthenticationItem {
  readonly resolve: (authenticity: Authenticity) => void;
  readonly reject: (error: NodeError) => void;
  /** Whether its unknown keys were sent along already: they are asked for once. */
  retried: boolean;
}

interface Thread {
  worker: Worker;
  readonly inWork: Map<number, readonly Waiting[]>;
}

/** A thread has one batch in work and the next one waiting, so that it never idles for a turn of our loop. */
const BATCHES_PER_THREAD = 3;
const MAX_BATCH = 48;
/**
 * Checks signatures in threads of its own: parsing, importing each case's new key and verifying cost 150 µs a
 * submission there and 5 µs here, where the pool's asynchronous `verify` costs 182 µs, a third of it on the loop.
 * The thread pool stays free for file syncs.
 */
export class Authenticator {
  readonly #options: AuthenticatorOptions;
  readonly #threads: Thread[];
  #queue: Waiting[] = [];
  #waiting = 0;
  #lastBatch = 0;
  #scheduled = false;
  #closed = false;
  #closing: Promise<void> | undefined;

  constructor(options: AuthenticatorOptions) {
    this.#options = options;
    this.#threads = Array.from({ length: options.threads }, () => this.#startThread());
  }

  /** Submissions that came in and have no verdict yet. */
  get waiting(): number {
    return this.#waiting;
  }

  /** Resolves once every signature was found good; rejects with a door code. */
  authenticate(jws: string, sidecar: string | undefined): Promise<Authenticity> {
    if (this.#closed) return Promise.reject(new NodeError('closed'));
    const { maxWaiting } = this.#options;
    if (this.#waiting >= maxWaiting) return Promise.reject(new NodeError('overloaded', { maxWaiting }));
    this.#waiting += 1;
    return new Promise((resolve, reject) => {
      this.#queue.push({ jws, sidecar, resolve, reject, retried: false });
      this.#schedule();
    });
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#closed = true;
    for (const { inWork } of this.#threads) for (const batch of inWork.values()) this.#rejectAll(batch, 'closed');
    this.#rejectAll(this.#queue, 'closed');
    this.#queue = [];
    await Promise.all(this.#threads.map(({ worker }) => endThread(worker)));
  }

  /** Whatever else arrives in this turn of the loop goes along. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#distribute();
    });
  }

  #distribute(): void {
    for (let round = 0; round < BATCHES_PER_THREAD; round++) {
      for (const [index, thread] of this.#threads.entries()) {
        if (thread.inWork.size > round || this.#queue.length === 0) continue;
        const share = Math.ceil(this.#queue.length / (this.#threads.length - index));
        this.#send(thread, this.#queue.splice(0, Math.min(share, MAX_BATCH)), []);
      }
    }
  }

  #send(thread: Thread, items: readonly Waiting[], keys: readonly RegisteredKey[]): void {
    this.#lastBatch += 1;
    thread.inWork.set(this.#lastBatch, items);
    const plain = items.map(({ jws, sidecar }) => ({ jws, sidecar }));
    thread.worker.postMessage({ batch: this.#lastBatch, items: plain, keys });
  }

  #receive(thread: Thread, { batch, verdicts }: VerifyAnswer): void {
    const items = thread.inWork.get(batch);
    if (items === undefined) return;
    thread.inWork.delete(batch);
    const again: Waiting[] = [];
    const keys = new Map<string, RegisteredKey>();
    for (const [index, item] of items.entries()) {
      const verdict = verdicts[index];
      if (verdict?.kind === 'missing' && this.#findMissing(item, verdict.kids, keys)) again.push(item);
      else this.#settle(item, verdict);
    }
    if (again.length > 0) this.#send(thread, again, [...keys.values()]);
    this.#distribute();
  }

  #findMissing(item: Waiting, kids: readonly string[], keys: Map<string, RegisteredKey>): boolean {
    if (item.retried) return false;
    item.retried = true;
    for (const kid of kids) {
      const key = this.#options.findKey(kid);
      if (key === undefined) return false;
      keys.set(kid, key);
    }
    return true;
  }

  #settle(item: Waiting, verdict: Verdict | undefined): void {
    this.#waiting -= 1;
    if (verdict?.kind === 'authentic') item.resolve(verdict);
    else item.reject(refusalOf(verdict));
  }

  #rejectAll(items: readonly Waiting[], code: 'closed' | 'overloaded'): void {
    this.#waiting -= items.length;
    for (const { reject } of items) reject(new NodeError(code));
  }

  /** A thread that dies (of memory, say) takes its batches with it; their senders may try again. */
  #startThread(): Thread {
    const worker = startVerifyThread();
    const thread: Thread = { worker, inWork: new Map() };
    this.#listen(thread);
    return thread;
  }

  #listen(thread: Thread): void {
    thread.worker.unref();
    thread.worker.on('message', (answer: VerifyAnswer) => this.#receive(thread, answer));
    thread.worker.on('error', () => {
      for (const batch of thread.inWork.values()) this.#rejectAll(batch, 'overloaded');
      thread.inWork.clear();
      if (this.#closed) return;
      thread.worker = startVerifyThread();
      this.#listen(thread);
    });
  }
}

function refusalOf(verdict: Verdict | undefined): NodeError {
  if (verdict?.kind === 'forged') {
    return new NodeError(verdict.part === 'transaction' ? 'signature-invalid' : 'attestation-signature-invalid');
  }
  if (verdict?.kind === 'malformed') {
    const { part, code, facts } = verdict;
    return new NodeError('transaction-malformed', { part, code, facts });
  }
  return new NodeError('key-unknown');
}
