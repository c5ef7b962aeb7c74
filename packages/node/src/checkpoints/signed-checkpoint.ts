/** A checkpoint with this node's own line; cosignatures are kept apart, because they come later. */
export interface SignedCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
  /** Height and time (ms) of the block it closes. */
  readonly height: number;
  readonly timeMs: number;
  /** What is signed: `origin\nsize\nroot\n`. */
  readonly body: string;
  /** The log's own signature line. */
  readonly logLine: string;
}

/** The note as it is served: body, the log's line, then whatever witnesses have said. */
export function noteOf({ body, logLine }: SignedCheckpoint, witnessLines: readonly string[] = []): string {
  return `${body}\n${logLine}${witnessLines.join('')}`;
}
