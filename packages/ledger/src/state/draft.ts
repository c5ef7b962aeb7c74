import { LedgerError } from '../ledger-error.ts';
import { dueOfRecord, mayBeDue } from './due-of.ts';
import type { DueRow } from './due-row.ts';
import type { RecordFinder } from './record-finder.ts';
import { recordKey } from './record-key.ts';
import type { RecordKind, RecordTypes } from './records.ts';
import type { StateChanges } from './state-changes.ts';
import type { StateReader } from './state-reader.ts';

/**
 * State as a block sees it while it is applied: what was, overlaid with what the block has done so far. Every record is
 * parsed at most once and written out at most once, however many transactions touch it.
 */
export class Draft implements RecordFinder {
  readonly #state: Pick<StateReader, 'get'>;
  readonly #records = new Map<string, unknown>();
  /** What stood under a changed key before the block; undefined = nothing. */
  readonly #before = new Map<string, unknown>();

  constructor(state: Pick<StateReader, 'get'>) {
    this.#state = state;
  }

  find<K extends RecordKind>(kind: K, subject: string): RecordTypes[K] | undefined {
    return this.#read(recordKey(kind, subject)) as RecordTypes[K] | undefined;
  }

  /** For effects: the rules have already seen this record. */
  get<K extends RecordKind>(kind: K, subject: string): RecordTypes[K] {
    const record = this.find(kind, subject);
    if (record === undefined) throw new LedgerError('record-missing', { kind });
    return record;
  }

  write<K extends RecordKind>(kind: K, subject: string, record: RecordTypes[K]): void {
    const key = recordKey(kind, subject);
    if (!this.#before.has(key)) this.#before.set(key, this.#read(key));
    this.#records.set(key, record);
  }

  /** A write that needs no look at what stood there, because nothing can: the key was just made (a counter, a fresh id). */
  create<K extends RecordKind>(kind: K, subject: string, record: RecordTypes[K]): void {
    const key = recordKey(kind, subject);
    if (!this.#before.has(key)) this.#before.set(key, undefined);
    this.#records.set(key, record);
  }

  remove(kind: RecordKind, subject: string): void {
    const key = recordKey(kind, subject);
    if (!this.#before.has(key)) this.#before.set(key, this.#read(key));
    this.#records.set(key, undefined);
  }

  changes(): Pick<StateChanges, 'values' | 'due'> {
    const values = new Map<string, string | null>();
    const add: DueRow[] = [];
    const remove: DueRow[] = [];
    for (const [key, before] of this.#before) {
      const after = this.#records.get(key);
      if (after !== undefined) values.set(key, JSON.stringify(after));
      else if (before !== undefined) values.set(key, null);
      if (mayBeDue(key)) moveDue(key, [before, after], { add, remove });
    }
    return { values, due: { add, remove } };
  }

  #read(key: string): unknown {
    const known = this.#records.get(key);
    if (known !== undefined || this.#records.has(key)) return known;
    const text = this.#state.get(key);
    const record: unknown = text === undefined ? undefined : JSON.parse(text);
    this.#records.set(key, record);
    return record;
  }
}

function moveDue(
  key: string,
  [before, after]: readonly [unknown, unknown],
  rows: { add: DueRow[]; remove: DueRow[] },
): void {
  const was = before === undefined ? undefined : dueOfRecord(key, before);
  const is = after === undefined ? undefined : dueOfRecord(key, after);
  if (was?.instantMs === is?.instantMs && was?.kind === is?.kind) return;
  if (was !== undefined) rows.remove.push(was);
  if (is !== undefined) rows.add.push(is);
}
