/** Why a submission was turned away at the door; nothing changed. */
export type DoorErrorCode =
  | 'transaction-malformed'
  | 'transaction-refused'
  | 'signature-invalid'
  | 'attestation-signature-invalid'
  | 'key-unknown'
  | 'overloaded'
  /** Too few members of the cluster can be reached. What was handed in may stand in the log all the same: ask for its id later. */
  | 'quorum-missing';

/** Why this node takes nothing more, until somebody has done what `remedy` says. */
export type HaltErrorCode =
  | 'storage-full'
  | 'write-failed'
  | 'read-failed'
  | 'damaged'
  | 'root-diverged'
  | 'entries-diverged'
  /** The state machine itself refused to go on: `facts.code` is its own. */
  | 'state-machine'
  /** A fault of this program. */
  | 'internal'
  | 'second-history'
  /** The engine that orders has ended, or asked for what cannot be. */
  | 'engine-failed'
  /** The other members of the cluster have signed another root. */
  | 'members-diverged'
  | 'crash-point'
  | 'closed';

/** Why a directory was not opened. */
export type OpenErrorCode =
  | 'directory-locked'
  | 'directory-not-empty'
  | 'directory-not-a-chain'
  | 'format-unknown'
  | 'genesis-refused'
  | 'genesis-differs'
  | 'log-key-differs'
  | 'witness-unreachable';

/** Why a question has no answer. */
export type ReadErrorCode = 'not-found' | 'out-of-range' | 'sidecar-erased';

/** Why nothing was erased: an auditor holds the case. */
export type EraseErrorCode = 'erasure-held';

export type NodeErrorCode = DoorErrorCode | HaltErrorCode | OpenErrorCode | ReadErrorCode | EraseErrorCode;

/**
 * What may accompany a code: files, offsets, sizes, heights, names of witnesses, and the inner code of a refusal.
 * Never a value that somebody sent.
 */
export type NodeErrorFacts = Readonly<Record<string, unknown>>;

/** The one error of this package. `code` is for logic; `facts` (`file`, `offset`, `remedy`, …) for whoever must mend it. */
export class NodeError extends Error {
  override readonly name = 'NodeError';
  readonly code: NodeErrorCode;
  readonly facts: NodeErrorFacts;

  constructor(code: NodeErrorCode, facts: NodeErrorFacts = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}
