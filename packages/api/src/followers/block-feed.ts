import type { FollowedBlock, LedgerNode } from '../api-node.ts';
import type { BlockMessage } from './worker-messages.ts';

/** Records posted and not yet written; beyond this the next block waits. */
const MAX_UNWRITTEN = 40_000;

/** Follows the node and posts blocks, without letting a slow reader fill the memory of a fast writer. */
export class BlockFeed {
  readonly #node: LedgerNode;
  readonly #post: (message: BlockMessage) => void;
  readonly #unwritten: { height: number; records: number }[] = [];
  #unwrittenRecords = 0;
  #goOn: (() => void) | undefined;
  #stop: (() => void) | undefined;

  constructor(node: LedgerNode, post: (message: BlockMessage) => void) {
    this.#node = node;
    this.#post = post;
  }

  get started(): boolean {
    return this.#stop !== undefined;
  }

  /** Follows from the block after `height`. */
  start(height: number): void {
    this.stop();
    let live = true;
    const unsubscribe = this.#node.follow(height + 1, (block) => (live ? this.#take(block) : undefined));
    this.#stop = () => {
      live = false;
      unsubscribe();
    };
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#unwritten.length = 0;
    this.#unwrittenRecords = 0;
    this.#resume();
  }

  /** The worker has written everything up to `height`. */
  reached(height: number): void {
    while (this.#unwritten[0] !== undefined && this.#unwritten[0].height <= height) {
      this.#unwrittenRecords -= this.#unwritten.shift()?.records ?? 0;
    }
    if (this.#unwrittenRecords < MAX_UNWRITTEN / 2) this.#resume();
  }

  #resume(): void {
    this.#goOn?.();
    this.#goOn = undefined;
  }

  /** The node waits for what is returned here before it reads the next block back from its log. */
  #take(block: FollowedBlock): Promise<void> | undefined {
    this.#post(messageOf(block));
    this.#unwritten.push({ height: block.height, records: block.transactions.length });
    this.#unwrittenRecords += block.transactions.length;
    if (this.#unwrittenRecords < MAX_UNWRITTEN) return undefined;
    return new Promise((resolve) => {
      this.#goOn = resolve;
    });
  }
}

const messageOf = (block: FollowedBlock): BlockMessage => ({
  kind: 'block',
  height: block.height,
  time: block.time,
  firstIndex: block.firstIndex,
  transactions: block.transactions.map((one) => one.jws).join('\n'),
  events: block.transactions
    .map(({ outcome }) => ('events' in outcome ? JSON.stringify(outcome.events) : '[]'))
    .join('\n'),
  blockEvents: JSON.stringify(block.events),
});
