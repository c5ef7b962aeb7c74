import type { ContractRunner, Genesis } from '@minglu/ledger';
import type { Signer } from '@minglu/protocol';
import type { Clock } from './clock.ts';
import type { CrashPoint } from './commit/crash-points.ts';
import type { ClusterSigning } from './members/line-exchange.ts';
import type { Sequencer, SequencerTools } from './sequencer/sequencer.ts';
import type { FileSystem } from './store/file-system.ts';
import type { WitnessAddress } from './witness/witness-client.ts';

/** A transaction as it travels. */
export interface SubmittedTransaction {
  readonly jws: string;
  readonly sidecar?: string;
}

export interface NodeLimits {
  readonly maxBlockTransactions: number;
  readonly maxBlockBytes: number;
  /** Submissions being authenticated, and as many again waiting for their block. */
  readonly maxWaiting: number;
  /** Stores are brought to disk after so many transactions, */
  readonly flushTransactions: number;
  /** or so long after the last block, whichever comes first. */
  readonly flushIdleMs: number;
  /** A segment of the journal that has reached this is followed by a new one; trimming frees whole segments. */
  readonly journalSegmentBytes: number;
  /** The newest segment goes too, once everything in it is elsewhere and it has reached this. */
  readonly journalSpentBytes: number;
  /** With less space than this on the device the door says `storage-full`. */
  readonly minFreeBytes: number;
}

export const defaultLimits: NodeLimits = {
  maxBlockTransactions: 1_000,
  maxBlockBytes: 4_000_000,
  maxWaiting: 20_000,
  flushTransactions: 8_192,
  flushIdleMs: 2_000,
  journalSegmentBytes: 16 * 1024 * 1024,
  journalSpentBytes: 1024 * 1024,
  minFreeBytes: 64 * 1024 * 1024,
};

/** Everything a node may use; it reaches for nothing itself. */
export interface NodeOptions {
  readonly directory: string;
  readonly genesis: Genesis;
  /** Ordered as block 0 when the directory is empty. */
  readonly genesisTransactions: readonly SubmittedTransaction[];
  /** The log's Ed25519 key. */
  readonly signer: Signer;
  readonly clock: Clock;
  readonly contracts: ContractRunner;
  readonly witnesses: readonly WitnessAddress[];
  /** Witness lines that make a checkpoint cosigned; 1 when left out. */
  readonly witnessThreshold?: number;
  /** How long a start waits for a witness to say how far it has seen this log. */
  readonly witnessPatienceMs?: number;
  /** Sign although no witness answers: only by an operator who knows that this directory is the newest. */
  readonly allowUnwitnessedStart?: boolean;
  /** Block time may not run further ahead of the last cosignature than this; unbounded when left out. */
  readonly maxAheadOfWitnessesMs?: number;
  /** Threads that check signatures; two when left out. */
  readonly verifyThreads?: number;
  readonly limits?: Partial<NodeLimits>;
  /** Who orders; this process alone when left out. */
  readonly sequencer?: (tools: SequencerTools) => Sequencer;
  /** Of a cluster's member: what it shows carries the lines of more than two thirds of them. */
  readonly cluster?: ClusterSigning;
  readonly fileSystem?: FileSystem;
  /** Free bytes of the directory's device; asked of the system when left out. */
  readonly findFreeBytes?: () => Promise<number>;
  /** The process kills itself when it reaches this numbered point of the commit path; for test builds. */
  readonly crashAt?: number;
  /** For the how-many-th time it is reached; the first when left out. */
  readonly crashOccurrence?: number;
  /** Called at each numbered point instead; for tests inside one process. */
  readonly crash?: CrashPoint;
}
