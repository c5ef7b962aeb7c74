/** What does not hold about a stream; closed. */
export type StreamFindingCode =
  /** The ledger speaks of a stream that is not there. */
  | 'stream-missing'
  /** A line was taken out. */
  | 'line-missing'
  /** Lines stand in another order than they were written in. */
  | 'lines-reordered'
  /** A line is not what it was, or was put in: the next one names another. */
  | 'line-not-chained'
  | 'line-malformed'
  | 'file-missing'
  | 'file-too-short'
  | 'file-too-long'
  /** An older copy was put back, or the end was cut off. */
  | 'shorter-than-anchored'
  /** Every line follows on, and it is another history than the ledger says. */
  | 'not-as-anchored'
  /** Lines waited over a minute for their anchor: whoever keeps the stream had time to choose what to keep. */
  | 'anchoring-paused'
  /** The ledger did a deed that came through this door, and the stream does not know it: nothing was kept meanwhile. */
  | 'deed-unrecorded';

export interface StreamFinding {
  readonly code: StreamFindingCode;
  readonly stream: string;
  readonly file?: string;
  /** Of the line. */
  readonly seq?: number;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** What the ledger says of a stream at one instant. */
export interface StreamAnchor {
  readonly size: number;
  readonly root: Uint8Array;
  /** Time of its block, milliseconds. */
  readonly at: number;
}
