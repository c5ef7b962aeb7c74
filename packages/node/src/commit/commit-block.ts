import type { Block, Runtime } from '@minglu/ledger';
import { leafHash } from '@minglu/protocol';
import type { LogSigner } from '../checkpoints/log-signer.ts';
import type { SignedCheckpoint } from '../checkpoints/signed-checkpoint.ts';
import { nativeHash } from '../crypto/native-hash.ts';
import type { CommittedBlock } from '../follow/committed-block.ts';
import type { Journal } from '../journal/journal.ts';
import type { SignedHead } from '../journal/signed-head.ts';
import type { LogEntry, LogStore } from '../log-store/log-store.ts';
import { NodeError } from '../node-error.ts';
import type { StateStore } from '../store/state-store.ts';
import type { CrashPoint } from './crash-points.ts';
import { encodeJournalPayload, type JournaledBlock, type LogHead } from './journal-payload.ts';
import { type PlannedBlock, planBlock } from './plan-block.ts';

/** What a block is committed to. */
export interface CommitTarget {
  readonly runtime: Runtime;
  readonly state: StateStore;
  readonly log: LogStore;
  readonly journal: Journal;
  readonly signedHead: SignedHead;
  readonly signer: LogSigner;
  readonly crash: CrashPoint;
}

/** A block on its way: planned, and in memory alone until `finish` is called; durable and signed when that resolves. */
export interface Commit {
  readonly stateRoot: Uint8Array;
  readonly entryHash: Uint8Array;
  /** What the log will be with it. */
  readonly head: LogHead;
  finish(): Promise<Committed>;
}

export interface Committed {
  readonly block: CommittedBlock;
  /** As they stand in the log: one per transaction, then the block's own. */
  readonly entries: readonly LogEntry[];
  /** Absent at start-up: only the last head is signed then, after the witnesses were asked. */
  readonly checkpoint: SignedCheckpoint | undefined;
}

/**
 * The one way a block comes to be, live or at start-up: plan, state in memory, journal, signed head, checkpoint. `journaled` is given at start-up: the record is then durable already, and what is planned from it must
 * be what was planned when it was written, or the node stops.
 */
export function commitBlock(
  block: Block,
  target: CommitTarget,
  previous: Uint8Array,
  journaled: JournaledBlock | undefined,
): Commit {
  target.crash(1);
  const planned = planBlock(block, target.state, target.runtime, previous);
  const head = stageEntries(planned, target.log, journaled);
  target.crash(2);
  if (journaled !== undefined) checkAgainst(journaled, planned, head);
  // In memory only, and at once: the next reader's proof waits for the checkpoint, the next block for this one.
  const transactions = block.transactions.map(({ transaction: { id } }, at) => ({
    id,
    index: head.size - planned.entries.length + at,
  }));
  target.state.apply(planned.applied.changes, { height: block.height, logSize: head.size, transactions });
  const { stateRoot, entryHash } = planned;
  return { stateRoot, entryHash, head, finish: () => finish(planned, head, target, journaled !== undefined) };
}

async function finish(planned: PlannedBlock, head: LogHead, target: CommitTarget, isJournaled: boolean) {
  const { journal, signedHead, signer, crash } = target;
  const { block, stateRoot, entries } = planned;
  if (!isJournaled) {
    const payload = encodeJournalPayload({ block, stateRoot, head, entries });
    const journaled = journal.append({ height: block.height, payload });
    crash(3);
    await journaled;
  }
  crash(4);
  // After the journal, never beside it: a head on disk says that what it covers is there too.
  if ((signedHead.last()?.size ?? -1) < head.size) await signedHead.record(head);
  crash(5);
  const checkpoint = isJournaled ? undefined : await signer.sign({ ...head, height: block.height, timeMs: block.time });
  crash(6);
  return { block: committedOf(planned, head), entries, checkpoint };
}

/**
 * Entries enter the log in memory only, before they are durable: whoever publishes sizes publishes those of checkpoints,
 * and `sync` is called between blocks. At start-up the log may be ahead of the state: what it has must be what was planned.
 */
function stageEntries({ entries }: PlannedBlock, log: LogStore, journaled: JournaledBlock | undefined): LogHead {
  const first = journaled === undefined ? log.size() : journaled.head.size - entries.length;
  return appendMissing(entries, first, log);
}

/** Appends what the log does not have of `entries`, the first of which stands at `first`; what it has must be the same. */
export function appendMissing(entries: readonly LogEntry[], first: number, log: LogStore): LogHead {
  const present = Math.min(Math.max(log.size() - first, 0), entries.length);
  checkPresent(entries.slice(0, present), first, log);
  log.append(entries.slice(present));
  const size = first + entries.length;
  return { size, root: log.root(size) };
}

/** Entries that came to disk before the last stop must be the ones that are planned again. */
function checkPresent(entries: readonly LogEntry[], first: number, log: LogStore): void {
  for (const [at, { bytes }] of entries.entries()) {
    if (sameBytes(leafHash(bytes, nativeHash), log.hashes(0, first + at))) continue;
    const remedy = 'run fsck: this entry was changed, or the state before it';
    throw new NodeError('entries-diverged', { index: first + at, remedy });
  }
}

/** The machine that wrote the record and this one must agree: else code, state or entries are not what they were. */
function checkAgainst(journaled: JournaledBlock, planned: PlannedBlock, head: LogHead): void {
  const { height } = planned.block;
  if (!sameBytes(journaled.stateRoot, planned.stateRoot)) {
    throw new NodeError('root-diverged', { height, remedy: 'drop the state directory; if it recurs, run fsck' });
  }
  if (journaled.head.size !== head.size || !sameBytes(journaled.head.root, head.root)) {
    throw new NodeError('entries-diverged', { height, remedy: 'run fsck: entries before this block were changed' });
  }
}

function committedOf({ block, applied, stateRoot, entries }: PlannedBlock, { size }: LogHead): CommittedBlock {
  const firstIndex = size - entries.length;
  const transactions = block.transactions.map(({ transaction: { id, jws } }, at) => {
    const outcome = applied.outcomes[at];
    if (outcome === undefined) throw new RangeError('outcomes do not match transactions');
    return { id, index: firstIndex + at, jws, outcome };
  });
  const { height, time } = block;
  const { protocol, blockEvents: events } = applied;
  return { height, time, protocol, firstIndex, size, stateRoot, events, transactions };
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
