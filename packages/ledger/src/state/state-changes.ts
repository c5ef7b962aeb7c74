import type { DueRow } from './due-row.ts';

export interface ReplayMark {
  readonly id: string;
  readonly notAfter: number;
}

/** All a block does to state, as a value: whoever commits it owns the only writer. */
export interface StateChanges {
  /** New value text by key; null deletes. A key that did not exist is never deleted. */
  readonly values: ReadonlyMap<string, string | null>;
  readonly due: { readonly add: readonly DueRow[]; readonly remove: readonly DueRow[] };
  /** Marks to add, and whole buckets (`floor(notAfter / 60000)`) to forget. */
  readonly replay: { readonly add: readonly ReplayMark[]; readonly dropBuckets: readonly number[] };
}
