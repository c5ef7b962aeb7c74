import { setImmediate as turn } from 'node:timers/promises';
import type { Runtime } from '@minglu/ledger';
import { planBlock } from '../commit/plan-block.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { blocksOfLog } from '../open/recover.ts';
import { MemoryStateStore } from '../store/memory-state-store.ts';
import type { FindAttachment } from './scan-attachments.ts';

export interface RecomputeOptions {
  /** Index of the last entry that matters: nothing behind its block is decided again. */
  readonly last: number;
  /** After each block, how many entries were decided again. */
  readonly onBlock?: (size: number) => void;
}

export interface Recomputed {
  /** Entries that were decided again. */
  readonly size: number;
  /** Indexes of entries that come out as other bytes than the log has. */
  readonly differing: ReadonlySet<number>;
  /** Indexes of entries whose sidecar was lawfully erased: their outcome was taken as recorded. */
  readonly undecided: ReadonlySet<number>;
}

interface RecomputeParts {
  readonly log: LogStore;
  readonly findAttachment: FindAttachment;
  readonly runtime: Runtime;
}

/**
 * Decides the log again from its first block, as `replayDirectory` does, while the node goes on: in a state of its own in
 * memory, a block at a turn of the loop. Compares every entry, the blocks' own with their state roots included.
 */
export async function recompute(
  { log, findAttachment, runtime }: RecomputeParts,
  { last, onBlock }: RecomputeOptions,
): Promise<Recomputed> {
  const state = new MemoryStateStore();
  const differing = new Set<number>();
  const undecided = new Set<number>();
  let previous: Uint8Array = new Uint8Array(32);
  let size = 0;
  for await (const { block, head, entries } of blocksOfLog(log, findAttachment, { from: 0 })) {
    const first = head.size - entries.length;
    const planned = planBlock(block, state, runtime, previous);
    for (const [at, { bytes }] of planned.entries.entries()) {
      const recorded = entries[at]?.bytes;
      if (recorded === undefined || Buffer.compare(bytes, recorded) !== 0) differing.add(first + at);
    }
    for (const [at, { erased }] of block.transactions.entries()) if (erased !== undefined) undecided.add(first + at);
    const transactions = block.transactions.map(({ transaction: { id } }, at) => ({ id, index: first + at }));
    state.apply(planned.applied.changes, { height: block.height, logSize: head.size, transactions });
    previous = planned.entryHash;
    size = head.size;
    onBlock?.(size);
    if (size > last) break;
    await turn();
  }
  return { size, differing, undecided };
}
