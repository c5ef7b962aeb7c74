import type { LedgerNode } from '../api-node.ts';
import type { BlockMessage } from './worker-messages.ts';

/** Records posted and not yet written; beyond this the feed stops and later starts again where it stopped. */
const MAX_UNWRITTEN = 40_000;

type Follow = LedgerNode['follow'];
type FollowedBlock = Parameters<Parameters<Follow>[1]>[0];

/** Follows the node and posts blocks, without letting a slow reader fill the memory of a fast writer. */
export class BlockFeed {
  readonly #node: LedgerNode;
  readonly #post: (message: BlockMessage) => void;
  readonly #unwritten: { height: number; records: number }[] = [];
  #unwrittenRecords = 0;
  #sent = -1;
  #stop: (() => void) | undefined;
  #paused = false;

  constructor(node: LedgerNode, post: (message: BlockMessage) => void) {
    this.#node = node;
    this.#post = post;
  }

  get started(): boolean {
    return this.#stop !== undefined || this.#paused;
  }

  /** Follows from the block after `height`. */
  start(height: number): void {
    this.stop();
    this.#unwritten.length = 0;
    this.#unwrittenRecords = 0;
    this.#sent = height;
    this.#follow();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = undefined;
    this.#paused = false;
  }

  /** The worker has written everything up to `height`. */
  reached(height: number): void {
    while (this.#unwritten[0] !== undefined && this.#unwritten[0].height <= height) {
      this.#unwrittenRecords -= this.#unwritten.shift()?.records ?? 0;
    }
    if (this.#paused && this.#unwrittenRecords < MAX_UNWRITTEN / 2) {
      this.#paused = false;
      this.#follow();
    }
  }

  #follow(): void {
    this.#stop = this.#node.follow(this.#sent + 1, (block) => this.#take(block));
  }

  #take(block: FollowedBlock): void {
    if (this.#paused || block.height !== this.#sent + 1) return;
    this.#post(messageOf(block));
    this.#sent = block.height;
    this.#unwritten.push({ height: block.height, records: block.transactions.length });
    this.#unwrittenRecords += block.transactions.length;
    if (this.#unwrittenRecords < MAX_UNWRITTEN) return;
    this.#paused = true;
    this.#stop?.();
    this.#stop = undefined;
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
