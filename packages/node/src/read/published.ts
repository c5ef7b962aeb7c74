import type { Committed } from '../commit/commit-block.ts';
import type { CommittedBlock } from '../follow/committed-block.ts';
import { NodeError } from '../node-error.ts';

/** What the outside may know of the newest block. */
export type PublishedBlock = Pick<CommittedBlock, 'height' | 'size' | 'time' | 'protocol'>;

interface Recent {
  readonly index: number;
  readonly entry: Uint8Array;
}

/** Block entries that proofs of the newest state need at once. */
const RECENT_BLOCKS = 64;

/** How far the outside may see: up to the last block whose checkpoint is up. State in memory may be a block ahead. */
export class Published {
  #height = -1;
  #size = 0;
  #timeMs = 0;
  #protocol = 0;
  readonly #recent = new Map<number, Recent>();
  #waiting: { height: number; resolve: () => void; reject: (error: NodeError) => void }[] = [];
  readonly #patienceMs: number | undefined;
  #halt: NodeError | undefined;

  /** `patienceMs`: longest wait for a block that is not shown yet; unbounded when left out, where nobody else's word is waited for. */
  constructor(patienceMs?: number) {
    this.#patienceMs = patienceMs;
  }

  get height(): number {
    return this.#height;
  }

  /** Entries that a published checkpoint covers. */
  get size(): number {
    return this.#size;
  }

  /** Time of the last block, milliseconds. */
  get timeMs(): number {
    return this.#timeMs;
  }

  /** Version of the state machine of the last block. */
  get protocol(): number {
    return this.#protocol;
  }

  findRecent(height: number): Recent | undefined {
    return this.#recent.get(height);
  }

  publish({ block, entries }: Pick<Committed, 'entries'> & { readonly block: PublishedBlock }): void {
    this.#height = block.height;
    this.#size = block.size;
    this.#timeMs = block.time;
    this.#protocol = block.protocol;
    const entry = entries.at(-1);
    if (entry !== undefined) this.#recent.set(block.height, { index: block.size - 1, entry: entry.bytes });
    this.#recent.delete(block.height - RECENT_BLOCKS);
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = waiting.filter(({ height }) => height > block.height);
    for (const { height, resolve } of waiting) if (height <= block.height) resolve();
  }

  /** Resolves once the block of `height` is durable and signed; rejects when that will not be, or with `quorum-missing`. */
  reach(height: number): Promise<void> {
    if (height <= this.#height) return Promise.resolve();
    if (this.#halt !== undefined) return Promise.reject(this.#halt);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiting = { height, resolve, reject };
    this.#waiting.push(waiting);
    if (this.#patienceMs === undefined) return promise;
    const giveUp = () => {
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      reject(new NodeError('quorum-missing', { height }));
    };
    const timer = setTimeout(giveUp, this.#patienceMs).unref();
    return promise.finally(() => clearTimeout(timer));
  }

  halt(error: NodeError): void {
    this.#halt ??= error;
    for (const { reject } of this.#waiting) reject(error);
    this.#waiting = [];
  }
}
