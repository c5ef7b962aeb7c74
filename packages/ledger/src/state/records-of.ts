import type { RecordFinder } from './record-finder.ts';
import { recordKey } from './record-key.ts';
import type { RecordKind, RecordTypes } from './records.ts';
import type { StateReader } from './state-reader.ts';

/** Typed reading straight from committed state. The text is trusted: only this package writes it, and the tree proves it. */
export function recordsOf(state: Pick<StateReader, 'get'>): RecordFinder {
  return {
    find<K extends RecordKind>(kind: K, subject: string): RecordTypes[K] | undefined {
      const text = state.get(recordKey(kind, subject));
      return text === undefined ? undefined : (JSON.parse(text) as RecordTypes[K]);
    },
  };
}
