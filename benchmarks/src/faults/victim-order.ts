/** What a victim's process is told on its command line. */
export interface VictimOrder {
  readonly directory: string;
  /** File of prepared submissions, and which of them. */
  readonly path: string;
  readonly first: number;
  readonly count: number;
  readonly inFlight: number;
  /** Dies when it reaches this numbered point of the commit path for the `occurrence`-th time. */
  readonly crashAt?: { readonly point: number; readonly occurrence: number };
  /** Stores come to disk after so many transactions. */
  readonly flushTransactions?: number;
  /** Ends cleanly after the last receipt instead of waiting to be killed. */
  readonly close?: boolean;
  /** Waits for a line on standard input between opening and submitting, so that a tracer can attach. */
  readonly wait?: boolean;
}
