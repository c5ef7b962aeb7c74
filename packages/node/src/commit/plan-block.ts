import { type AppliedBlock, applyBlock, type Block, type Runtime } from '@minglu/ledger';
import { encodeBlockEntry, encodeTransactionEntry } from '@minglu/protocol';
import { nativeHash } from '../crypto/native-hash.ts';
import type { LogEntry } from '../log-store/log-store.ts';
import type { StateStore } from '../store/state-store.ts';

/** Everything a block will be, before a byte of it is written. */
export interface PlannedBlock {
  readonly block: Block;
  readonly applied: AppliedBlock;
  readonly stateRoot: Uint8Array;
  /** One entry per transaction with what stands beside it, then the block's own. */
  readonly entries: readonly LogEntry[];
  /** SHA-256 of the block entry: the next one's `previous`. */
  readonly entryHash: Uint8Array;
}

/** Applies a block to the state as it stands and stages what it changes. `previous`: the hash of the last block entry. */
export function planBlock(block: Block, state: StateStore, runtime: Runtime, previous: Uint8Array): PlannedBlock {
  const applied = applyBlock(state, block, runtime);
  const stateRoot = state.stage(applied.changes);
  const { height } = block;
  const entries = block.transactions.map(({ transaction, sidecar }, at): LogEntry => {
    const outcome = applied.outcomes[at];
    if (outcome === undefined) throw new RangeError('outcomes do not match transactions');
    const bytes = encodeTransactionEntry({ height, jws: transaction.jws, outcome });
    const trace = applied.traces[at];
    if (sidecar === undefined) return { bytes };
    return { bytes, attachments: trace === undefined ? { sidecar: sidecar.text } : { sidecar: sidecar.text, trace } };
  });
  const own = encodeBlockEntry({
    height,
    time: block.time,
    protocol: applied.protocol,
    transactions: entries.length,
    events: applied.blockEvents,
    stateRoot,
    previous,
  });
  entries.push({ bytes: own });
  return { block, applied, stateRoot, entries, entryHash: nativeHash(own) };
}
