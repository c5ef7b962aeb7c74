import type { DueRow } from './due-row.ts';

/** The state as it stood after the last block. Readers cannot write: see `StateChanges`. */
export interface StateReader {
  /** The value text under an authenticated key. */
  get(key: string): string | undefined;
  /** Due rows with `instantMs <= untilMs`, ordered by `compareDueRows`, at most `limit`. */
  due(untilMs: number, limit: number): readonly DueRow[];
  /** Whether this id was taken with this `notAfter` in a committed block; buckets dropped are forgotten. */
  replayed(id: string, notAfter: number): boolean;
}
