/** The only source of time a node has; tests drive their own. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z, as the operator's machine believes. */
  nowMs(): number;
  /** Runs `run` once after `delayMs` (at most a day); the answer cancels it. */
  setTimer(run: () => void, delayMs: number): () => void;
}
