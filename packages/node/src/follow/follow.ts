import type { CommittedBlock } from './committed-block.ts';
import { type EntryReader, findFirstIndex, readBlock } from './read-block.ts';

/** Returns nothing, or a promise to wait for before the next block. */
export type OnBlock = (block: CommittedBlock) => void | Promise<void>;
export type Unsubscribe = () => void;

interface Follower {
  readonly onBlock: OnBlock;
  nextHeight: number;
  nextIndex: number | undefined;
  isRunning: boolean;
  isGone: boolean;
}

/** Blocks that a follower which is a little behind need not read back. */
const RECENT_BLOCKS = 32;

/**
 * Hands every committed block to every follower once, in order, from the height it asked for. A follower that is
 * behind reads back from the bundles at its own pace and never slows the chain.
 */
export class Follows {
  readonly #log: EntryReader;
  readonly #onFailure: (error: unknown) => void;
  readonly #followers = new Set<Follower>();
  readonly #recent = new Map<number, CommittedBlock>();
  #height = -1;

  constructor(log: EntryReader, onFailure: (error: unknown) => void) {
    this.#log = log;
    this.#onFailure = onFailure;
  }

  /** Blocks up to `height` are there to be read back. */
  resume(height: number): void {
    this.#height = height;
  }

  get count(): number {
    return this.#followers.size;
  }

  /** Highest number of blocks any follower is behind. */
  get lag(): number {
    let lag = 0;
    for (const { nextHeight } of this.#followers) lag = Math.max(lag, this.#height + 1 - nextHeight);
    return lag;
  }

  follow(fromHeight: number, onBlock: OnBlock): Unsubscribe {
    const nextHeight = Math.max(fromHeight, 0);
    const follower: Follower = { onBlock, nextHeight, nextIndex: undefined, isRunning: false, isGone: false };
    this.#followers.add(follower);
    setImmediate(() => this.#run(follower));
    return () => this.#drop(follower);
  }

  /** A block is durable, its checkpoint is up. */
  publish(block: CommittedBlock): void {
    this.#height = block.height;
    this.#recent.set(block.height, block);
    this.#recent.delete(block.height - RECENT_BLOCKS);
    for (const follower of this.#followers) this.#run(follower);
  }

  close(): void {
    for (const follower of this.#followers) this.#drop(follower);
  }

  #drop(follower: Follower): void {
    follower.isGone = true;
    this.#followers.delete(follower);
  }

  #run(follower: Follower): void {
    if (follower.isRunning || follower.isGone) return;
    follower.isRunning = true;
    this.#deliver(follower).then(
      () => {
        follower.isRunning = false;
        if (follower.nextHeight <= this.#height) this.#run(follower);
      },
      (error: unknown) => {
        // A follower that throws has lost its place: it must ask again from the height it knows.
        if (!follower.isGone) this.#onFailure(error);
        this.#drop(follower);
      },
    );
  }

  async #deliver(follower: Follower): Promise<void> {
    while (!follower.isGone && follower.nextHeight <= this.#height) {
      const block = this.#recent.get(follower.nextHeight) ?? (await this.#readBack(follower));
      if (follower.isGone) return;
      follower.nextHeight = block.height + 1;
      follower.nextIndex = block.size;
      const waits = follower.onBlock(block);
      if (waits !== undefined) await waits;
    }
  }

  async #readBack(follower: Follower): Promise<CommittedBlock> {
    follower.nextIndex ??= (await findFirstIndex(this.#log, follower.nextHeight)) ?? 0;
    return readBlock(this.#log, follower.nextIndex);
  }
}
