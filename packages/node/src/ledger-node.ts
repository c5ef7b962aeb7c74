import type { Sidecar } from '@minglu/protocol';
import type { BackupReport } from './archive/copy-directory.ts';
import type { Recomputed, RecomputeOptions } from './check/recompute.ts';
import type { OnBlock, Unsubscribe } from './follow/follow.ts';
import type { MetricsSnapshot } from './metrics.ts';
import type { NodeStatus } from './node-status.ts';
import type { StateRead } from './read/reader.ts';
import type { RecordedTransaction, SubmitResult } from './submit/submissions.ts';

/** A running node: what people and systems may ask of a chain. Everything that fails throws a `NodeError`. */
export interface LedgerNode {
  /**
   * Resolves once the transaction is durable and under a signed checkpoint. A repeat gets the first receipt. Rejects
   * with a door code (nothing happened) or with why the node halted (ask `find` after its restart).
   */
  submit(jws: string, sidecarText?: string): Promise<SubmitResult>;
  find(id: string): Promise<RecordedTransaction | undefined>;
  /** Under the latest cosigned checkpoint that covers the entry, else under the newest. */
  receipt(index: number): Promise<string>;
  read(key: string): StateRead;
  licenceProof(number: string): Promise<string>;
  /** tlog-proof of a block entry; waits while the block is on its way to disk. */
  blockProof(height: number): Promise<string>;
  consistency(oldSize: number, newSize: number): Promise<readonly Uint8Array[]>;
  /** The newest checkpoint's note, with the cosignatures it has so far. */
  checkpoint(): string;
  /** The latest note with enough cosignatures; undefined before the first. */
  cosignedCheckpoint(): string | undefined;
  /** Recorded notes of sizes below `beforeSize`, newest first. */
  checkpoints(beforeSize: number, limit: number): Promise<readonly string[]>;
  /** A file of the published log by its C2SP path. */
  tile(path: string): Promise<Uint8Array | undefined>;
  /** Undefined when there was none, or when it was lawfully erased. */
  sidecar(id: string): Promise<Sidecar | undefined>;
  trace(id: string): Promise<string | undefined>;
  /** Every committed block from `fromHeight` on, once and in order. A follower that throws is dropped. */
  follow(fromHeight: number, onBlock: OnBlock): Unsubscribe;
  /** Decides the log again up to an entry, and compares; the node goes on meanwhile. */
  recompute(options: RecomputeOptions): Promise<Recomputed>;
  /**
   * Lawful erasure of what stands beside a transaction; entry, outcome and proofs stay. Throws `erasure-held` while an auditor
   * holds its case, `not-found`.
   */
  erase(id: string): Promise<void>;
  status(): NodeStatus;
  metrics(): MetricsSnapshot;
  /** A consistent copy of everything that is not derived, while the node goes on. The target must be empty. */
  backup(target: string): Promise<BackupReport>;
  /** Answers what is under way, brings everything to disk and gives the directory back. */
  close(): Promise<void>;
}
