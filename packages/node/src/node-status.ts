import type { NodeErrorCode, NodeErrorFacts } from './node-error.ts';
import type { WitnessStatus } from './witness/witness-pusher.ts';

export interface NodeStatus {
  readonly chain: string;
  /** `open` takes deeds; `full` refuses them until there is space; `halted` for good, until a restart. */
  readonly state: 'open' | 'full' | 'halted';
  /** Why: code, file, offset, remedy. */
  readonly halted?: { readonly code: NodeErrorCode; readonly facts: NodeErrorFacts };
  readonly height: number;
  /** Time of the last block, milliseconds. */
  readonly time: number;
  /** Entries that a published checkpoint covers. */
  readonly size: number;
  /** Entries that the latest cosigned checkpoint covers; 0 when there is none. */
  readonly cosignedSize: number;
  /** Version of the state machine of the last block. */
  readonly protocol: number;
  /** Height whose state and log are on disk without the journal. */
  readonly flushedHeight: number;
  /** Submissions being authenticated, and ordered but unanswered. */
  readonly authenticating: number;
  readonly waiting: number;
  readonly followers: number;
  /** The most blocks a follower is behind. */
  readonly followerLag: number;
  readonly witnesses: readonly WitnessStatus[];
  /** What an operator should look at: a code each. */
  readonly alarms: readonly string[];
}
