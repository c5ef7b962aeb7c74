export { type ArchiveOptions, backup, type ExportOptions, exportLog, restore } from './archive/archive.ts';
export type { BackupReport } from './archive/copy-directory.ts';
export type { Finding } from './check/findings.ts';
export { type FsckOptions, type FsckReport, fsck } from './check/fsck.ts';
export { type RecordedDeed, readRecordedDeeds } from './check/read-recorded-deeds.ts';
export type { Recomputed, RecomputeOptions } from './check/recompute.ts';
export type { Replayed } from './check/replay.ts';
export { type ReplayDirectoryOptions, type ReplayReport, replayDirectory } from './check/replay-directory.ts';
export type { Clock } from './clock.ts';
export { type CrashPoint, type CrashPointNumber, crashPointAt, crashPoints } from './commit/crash-points.ts';
export { nativeHash } from './crypto/native-hash.ts';
export { checkSignatureNative } from './crypto/native-signature.ts';
export { nativeSigner } from './crypto/native-signer.ts';
export type { CommittedBlock, CommittedTransaction } from './follow/committed-block.ts';
export type { OnBlock, Unsubscribe } from './follow/follow.ts';
export type { LedgerNode } from './ledger-node.ts';
export type { ClusterSigning, LineDoor, LineExchange } from './members/line-exchange.ts';
export type { HistogramSnapshot, MetricsSnapshot } from './metrics.ts';
export {
  type DoorErrorCode,
  type EraseErrorCode,
  type HaltErrorCode,
  NodeError,
  type NodeErrorCode,
  type NodeErrorFacts,
  type OpenErrorCode,
  type ReadErrorCode,
} from './node-error.ts';
export { defaultLimits, type NodeLimits, type NodeOptions, type SubmittedTransaction } from './node-options.ts';
export type { NodeStatus } from './node-status.ts';
export { openNode } from './open/open-node.ts';
export type { StateRead } from './read/reader.ts';
export { nextTickMs } from './sequencer/next-tick.ts';
export type { BlockSink, Delivery, Plan, Sequencer, SequencerStart, SequencerTools } from './sequencer/sequencer.ts';
export { diskFileSystem } from './store/disk-file-system.ts';
export type { FileSystem, OpenFile, OpenMode } from './store/file-system.ts';
export { writeFileDurably } from './store/write-file-durably.ts';
export type { RecordedTransaction, SubmitResult } from './submit/submissions.ts';
export type { WitnessAddress } from './witness/witness-client.ts';
export type { WitnessStatus } from './witness/witness-pusher.ts';
