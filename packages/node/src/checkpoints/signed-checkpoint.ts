/** A checkpoint with this node's own line, in a cluster those of other members behind it; cosignatures are kept apart, because they come later. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** Height and time (ms) of the block it closes. */
  readonly height: number;
  readonly timeMs: number;
  /** What is signed: `origin\nsize\nroot\n`. */
  readonly body: string;
  /** The log's own signature line or lines, each with its newline. */
  readonly logLine: string;
  /** Fewer members than a cluster's quorum have signed it: it may be shown, and nobody gets a receipt under it. */
  readonly isShort?: true;
}

/** The note as it is served: body, the log's line, then whatever witnesses have said. */
export function noteOf({ body, logLine }: SignedCheckpoint, witnessLines: readonly string[] = []): string {
  return `${body}\n${logLine}${witnessLines.join('')}`;
}
