import { type BucketRecord, type ReplayMark, replayBucket, type StateChanges } from '@minglu/ledger';
import type { AppliedBlockPlace, TransactionPlace } from './state-store.ts';

/** What was done to one key: its place in the tree, and its new text or null. */
export interface ValueChange {
  readonly path: Buffer;
  readonly value: string | null;
  readonly valueHash: Buffer | null;
}

/** What blocks did since the last flush began, apart from the due index. */
export class StateOverlay {
  readonly values = new Map<string, ValueChange>();
  readonly replay = new Map<number, Map<string, ReplayMark>>();
  readonly droppedBuckets = new Set<number>();
  readonly transactions = new Map<string, TransactionPlace>();
  readonly buckets = new Map<number, BucketRecord>();

  apply(staged: StagedChanges, { height, transactions }: AppliedBlockPlace): void {
    for (const [key, change] of staged.values) this.values.set(key, change);
    for (const record of staged.buckets) this.buckets.set(record.prefix, record);
    for (const mark of staged.changes.replay.add) this.#taken(replayBucket(mark.notAfter)).set(nameOf(mark), mark);
    for (const bucket of staged.changes.replay.dropBuckets) {
      this.replay.delete(bucket);
      this.droppedBuckets.add(bucket);
    }
    for (const { id, index } of transactions) this.transactions.set(id, { height, index });
  }

  /** undefined when older layers must say. */
  findReplayed(id: string, notAfter: number): boolean | undefined {
    const bucket = replayBucket(notAfter);
    if (this.replay.get(bucket)?.has(nameOf({ id, notAfter })) === true) return true;
    return this.droppedBuckets.has(bucket) ? false : undefined;
  }

  #taken(bucket: number): Map<string, ReplayMark> {
    const known = this.replay.get(bucket);
    if (known !== undefined) return known;
    const made = new Map<string, ReplayMark>();
    this.replay.set(bucket, made);
    return made;
  }
}

/** Changes with what the tree made of them. */
export interface StagedChanges {
  readonly changes: StateChanges;
  readonly values: ReadonlyMap<string, ValueChange>;
  readonly root: Uint8Array;
  readonly buckets: readonly BucketRecord[];
}

function nameOf({ id, notAfter }: ReplayMark): string {
  return `${notAfter}/${id}`;
}
