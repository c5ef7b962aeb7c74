import type { Runtime } from '@minglu/ledger';
import { planBlock } from '../commit/plan-block.ts';
import type { StateStore } from '../store/state-store.ts';
import type { Findings } from './findings.ts';
import type { RecordedBlock } from './recorded-blocks.ts';

export interface ReplayOptions {
  /** From block 0 on. */
  readonly blocks: AsyncIterable<RecordedBlock>;
  /** Empty. */
  readonly state: StateStore;
  readonly runtime: Runtime;
  readonly findings: Findings;
  readonly onBlock?: (height: number, size: number) => void;
}

export interface Replayed {
  readonly transactions: number;
  /** Entries whose sidecar was lawfully erased: their outcome was taken as recorded. */
  readonly undecided: number;
  readonly stateRoot: Uint8Array;
}

/** Some 4 KB each in memory until then. */
const FLUSH_TRANSACTIONS = 32_000;

/** Applies the recorded blocks again and holds every entry, outcome and root against what is recorded. */
export async function replay({ blocks, state, runtime, findings, onBlock }: ReplayOptions): Promise<Replayed> {
  let [transactions, undecided, unflushed] = [0, 0, 0];
  let previous: Uint8Array = new Uint8Array(32);
  let flushing: Promise<unknown> = Promise.resolve();
  for await (const { block, first, entries } of blocks) {
    const { height } = block;
    const planned = planBlock(block, state, runtime, previous);
    for (const [at, { bytes }] of planned.entries.entries()) {
      const recorded = entries[at];
      if (recorded !== undefined && Buffer.compare(bytes, recorded) === 0) continue;
      findings.add({ file: `entry ${first + at}`, code: 'outcome-differs', index: first + at, height });
    }
    const size = first + entries.length;
    const ids = block.transactions.map(({ transaction: { id } }, at) => ({ id, index: first + at }));
    state.apply(planned.applied.changes, { height, logSize: size, transactions: ids });
    previous = planned.entryHash;
    transactions += ids.length;
    undecided += block.transactions.filter(({ erased }) => erased !== undefined).length;
    unflushed += ids.length;
    onBlock?.(height, size);
    if (unflushed < FLUSH_TRANSACTIONS) continue;
    // The last one must be done; this one is written while the next blocks are applied.
    await flushing;
    flushing = state.flush();
    flushing.catch(() => {});
    unflushed = 0;
  }
  await flushing;
  return { transactions, undecided, stateRoot: state.mark().root };
}
