/**
 * What the disk stores report. `facts` name the file, the offset and the remedy where there is one; never a value that
 * somebody stored.
 */
export type StoreErrorCode =
  /** The device is full. Nothing after the last acknowledged write counts; the node stops. */
  | 'storage-full'
  /** A write, sync, rename or unlink failed. What it covered may or may not be on disk: never retried, the node stops. */
  | 'write-failed'
  | 'read-failed'
  /** A store stopped after an earlier failure and takes nothing more. */
  | 'halted'
  | 'closed'
  /** Bytes that a completed sync covered are not what was written. */
  | 'damaged'
  /** A derived store does not agree with itself: `facts.remedy` says drop and rebuild. */
  | 'derived-damaged'
  | 'directory-locked'
  /** The directory was written by a newer (or an unknown) version of the disk format. */
  | 'format-unknown'
  /** Heights, sizes or indices that do not follow on from what is there: a fault in the caller. */
  | 'out-of-order'
  | 'out-of-range'
  /** A head would go backwards, or another root was already recorded for this size. */
  | 'second-history'
  /** A sidecar or trace that was erased. */
  | 'erased';

export type StoreErrorFacts = Readonly<Record<string, string | number | boolean | undefined>>;

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly code: StoreErrorCode;
  readonly facts: StoreErrorFacts;

  constructor(code: StoreErrorCode, facts: StoreErrorFacts = {}, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.facts = facts;
  }
}
