import { compareDueRows, type DueRow } from './due-row.ts';
import { replayBucket } from './replay-window.ts';
import type { StateChanges } from './state-changes.ts';
import type { StateReader } from './state-reader.ts';

/** State in memory, for tests and tools. Reading and committing are one object here; the node keeps them apart. */
export class MemoryState implements StateReader {
  readonly #values = new Map<string, string>();
  readonly #due = new Map<string, DueRow>();
  readonly #taken = new Map<number, Set<string>>();

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  due(untilMs: number, limit: number): readonly DueRow[] {
    const rows: DueRow[] = [];
    for (const row of this.#due.values()) if (row.instantMs <= untilMs) rows.push(row);
    return rows.sort(compareDueRows).slice(0, limit);
  }

  replayed(id: string, notAfter: number): boolean {
    return this.#taken.get(replayBucket(notAfter))?.has(`${notAfter}/${id}`) === true;
  }

  /** All values, in the order they were first written. */
  entries(): IterableIterator<[string, string]> {
    return this.#values.entries();
  }

  commit(changes: StateChanges): void {
    for (const [key, value] of changes.values) {
      if (value === null) this.#values.delete(key);
      else this.#values.set(key, value);
    }
    for (const row of changes.due.remove) this.#due.delete(rowKey(row));
    for (const row of changes.due.add) this.#due.set(rowKey(row), row);
    for (const { id, notAfter } of changes.replay.add) this.#bucket(notAfter).add(`${notAfter}/${id}`);
    for (const bucket of changes.replay.dropBuckets) this.#taken.delete(bucket);
  }

  #bucket(notAfter: number): Set<string> {
    const bucket = replayBucket(notAfter);
    const known = this.#taken.get(bucket);
    if (known !== undefined) return known;
    const made = new Set<string>();
    this.#taken.set(bucket, made);
    return made;
  }
}

function rowKey({ instantMs, kind, subject }: DueRow): string {
  return `${instantMs}/${kind}/${subject}`;
}
