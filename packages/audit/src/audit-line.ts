export const AUDIT_KINDS = ['deed', 'read', 'denied', 'sign-in', 'sign-out', 'export', 'key-use', 'unmask'] as const;

export type AuditKind = (typeof AUDIT_KINDS)[number];

/** One thing that somebody did or was refused: codes, ids and times, never a name and never a value. */
export interface AuditLine {
  /** 0, 1, 2 … in one stream; a gap is damage. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly kind: AuditKind;
  readonly actor: { readonly kid?: string; readonly account?: string; readonly org?: string };
  /** A deed or a read: `cases.read`, `cases.decide`, `sessions.open`, `register.export`. */
  readonly action: string;
  /** `case/<id>`, `licence/<number>`, `account/<id>`. */
  readonly object?: string;
  /** Whose data it was. */
  readonly case?: string;
  readonly organ?: string;
  /** A code. */
  readonly purpose?: string;
  readonly article?: string;
  /** `allowed`, or the refusal's code. */
  readonly result: string;
  readonly assurance?: 1 | 2 | 3;
  /** `api` or `department:<org>`. */
  readonly via: string;
  readonly correlation?: string;
  /** base64url of the SHA-256 of the line before as its bytes stand in the file, without the newline; of the stream's name for the first. */
  readonly previous: string;
}

/** A line before it has its place. */
export type AuditEntry = Omit<AuditLine, 'seq' | 'previous'>;
