import type { TreeView } from '@minglu/protocol';
import type { AuditEntry, AuditKind, AuditLine } from './audit-line.ts';

/** Everything given must fit. */
export interface AuditQuery {
  /** Thumbprint of a key, or an account. */
  readonly actor?: string;
  /** Organisation of the actor, or the organ whose case it was. */
  readonly org?: string;
  readonly object?: string;
  readonly case?: string;
  readonly kind?: AuditKind;
  readonly action?: string;
  readonly result?: string;
  /** Milliseconds, inclusive. */
  readonly from?: number;
  /** Milliseconds, exclusive. */
  readonly until?: number;
  /** Lines behind this one, oldest first. */
  readonly after?: number;
  /** Lines before this one, newest first; Infinity begins at the end. Wins over `after`. */
  readonly before?: number;
  readonly limit: number;
}

export interface AuditPage {
  readonly lines: readonly AuditLine[];
  /** What to pass as `after` (or `before`) to go on; none at the end. A page may be short and still go on. */
  readonly next?: number;
}

export interface AuditRoot {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface AuditStream {
  /** Resolves when the line is durable; rejects `audit-unavailable`, and then it is not known to be there. */
  append(entry: AuditEntry): Promise<AuditLine>;
  read(query: AuditQuery): Promise<AuditPage>;
  /** RFC 6962 over the lines' bytes, of the first `size` of them; of all when none is given. */
  root(size?: number): AuditRoot;
}

/** What a start found at the end of the last file: bytes that no answer ever waited for. */
export interface CutNote {
  readonly code: 'audit-torn-tail';
  readonly file: string;
  /** Bytes cut off, kept beside the file. */
  readonly bytes: number;
  readonly keptAs: string;
}

export interface OpenAuditStream extends AuditStream {
  readonly name: string;
  readonly size: number;
  /** Milliseconds of the newest line. */
  readonly lastAt: number | undefined;
  /** False since something could not be written; a write that succeeds makes it true again. */
  readonly isWritable: boolean;
  /** The tree over the first `size` lines: for proofs that a line stands in what was anchored. Throws `merkle-range`. */
  tree(size: number): TreeView;
  readonly cut: CutNote | undefined;
  close(): Promise<void>;
}
