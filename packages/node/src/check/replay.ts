import type { BlockTransaction, Runtime } from '@minglu/ledger';
import { planBlock } from '../commit/plan-block.ts';
import type { LogStore } from '../log-store/log-store.ts';
import { blocksOfLog, lastEntryHash } from '../open/recover.ts';
import type { StateStore } from '../store/state-store.ts';
import type { Findings } from './findings.ts';
import type { FindAttachment } from './scan-attachments.ts';

export interface ReplayOptions {
  readonly log: LogStore;
  readonly findAttachment: FindAttachment;
  /** Empty, or as a flush left it: the replay goes on from there. */
  readonly state: StateStore;
  readonly runtime: Runtime;
  readonly findings: Findings;
  /** Told of each transaction before it is applied; may be used to check signatures meanwhile. */
  readonly onTransaction?: (transaction: BlockTransaction, index: number) => Promise<void>;
  readonly onBlock?: (height: number, size: number) => void;
}

export interface Replayed {
  readonly transactions: number;
  /** Entries whose sidecar was lawfully erased: their outcome was taken as recorded. */
  readonly undecided: number;
  readonly stateRoot: Uint8Array;
}

const FLUSH_TRANSACTIONS = 20_000;

/** Applies the recorded blocks again and holds every entry, outcome and root against what is recorded. */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { log, state, runtime, findings } = options;
  let [transactions, undecided, unflushed] = [0, 0, 0];
  let previous = await lastEntryHash(log, state.mark().logSize);
  for await (const { block, head, entries } of blocksOfLog(log, options.findAttachment, {
    from: state.mark().height + 1,
  })) {
    const first = head.size - block.transactions.length - 1;
    for (const [at, transaction] of block.transactions.entries()) {
      if (transaction.erased !== undefined) undecided += 1;
      await options.onTransaction?.(transaction, first + at);
    }
    const planned = planBlock(block, state, runtime, previous);
    for (const [at, { bytes }] of planned.entries.entries()) {
      const recorded = entries[at]?.bytes;
      if (recorded !== undefined && Buffer.compare(bytes, recorded) === 0) continue;
      findings.add({ file: `entry ${first + at}`, code: 'outcome-differs', index: first + at, height: block.height });
    }
    const ids = block.transactions.map(({ transaction: { id } }, at) => ({ id, index: first + at }));
    state.apply(planned.applied.changes, { height: block.height, logSize: head.size, transactions: ids });
    previous = planned.entryHash;
    transactions += block.transactions.length;
    unflushed += block.transactions.length;
    options.onBlock?.(block.height, head.size);
    if (unflushed >= FLUSH_TRANSACTIONS) {
      await state.flush();
      unflushed = 0;
    }
  }
  return { transactions, undecided, stateRoot: state.mark().root };
}
