import type { DueChange } from './due-overlay.ts';
import type { StateOverlay } from './state-overlay.ts';
import {
  encodeBucketKey,
  encodeBucketRow,
  encodeDueKey,
  encodeMark,
  encodePlace,
  encodeReplayBucket,
  encodeReplayKey,
  encodeValueRow,
} from './state-rows.ts';
import type { StateMark } from './state-store.ts';
import { MARK_KEY, type StateTables, type Table } from './state-tables.ts';

const NOTHING = Buffer.alloc(0);

/** Puts an overlay and its mark into one transaction; called inside `batch`. */
export function writeOverlay(
  tables: StateTables,
  overlay: StateOverlay,
  due: Iterable<DueChange>,
  mark: StateMark,
): void {
  for (const [key, { path, value, valueHash }] of overlay.values) {
    if (value === null || valueHash === null) tables.values.remove(path);
    else tables.values.put(path, encodeValueRow(key, value, valueHash));
  }
  for (const record of overlay.buckets.values()) {
    if (record.population === 0) tables.buckets.remove(encodeBucketKey(record.prefix));
    else tables.buckets.put(encodeBucketKey(record.prefix), encodeBucketRow(record));
  }
  for (const [id, place] of overlay.transactions) tables.transactions.put(Buffer.from(id), encodePlace(place));
  for (const { row, isPresent } of due) {
    if (isPresent) tables.due.put(encodeDueKey(row), NOTHING);
    else tables.due.remove(encodeDueKey(row));
  }
  writeReplay(tables.replay, overlay);
  tables.meta.put(MARK_KEY, encodeMark(mark));
}

function writeReplay(replay: Table, overlay: StateOverlay): void {
  for (const bucket of overlay.droppedBuckets) {
    const range = { start: encodeReplayBucket(bucket), end: encodeReplayBucket(bucket + 1) };
    for (const key of replay.getKeys(range)) replay.remove(key);
  }
  for (const [bucket, marks] of overlay.replay) {
    for (const { id, notAfter } of marks.values()) replay.put(encodeReplayKey(bucket, notAfter, id), NOTHING);
  }
}
