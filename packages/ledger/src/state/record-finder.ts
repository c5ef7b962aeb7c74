import type { RecordKind, RecordTypes } from './records.ts';

/** Typed reading; what rules and access see. `find` may return nothing. */
export interface RecordFinder {
  find<K extends RecordKind>(kind: K, subject: string): RecordTypes[K] | undefined;
}
