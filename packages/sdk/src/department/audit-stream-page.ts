/** A line of a department's audit stream; see the format. */
export interface AuditStreamLine {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly actor: { readonly kid?: string; readonly account?: string; readonly org?: string };
  readonly action: string;
  readonly object?: string;
  readonly case?: string;
  readonly organ?: string;
  readonly purpose?: string;
  readonly article?: string;
  readonly result: string;
  readonly assurance?: number;
  readonly via: string;
  readonly correlation?: string;
  readonly previous: string;
}

export interface AuditStreamPage {
  readonly stream: string;
  /** Newest first. */
  readonly lines: readonly AuditStreamLine[];
  /** Names the next page in the next letter's `before`. */
  readonly next?: number;
  readonly size: number;
  /** Over as many lines as the letter named. */
  readonly root?: string;
}
