import { setImmediate } from 'node:timers/promises';
import type { DueChange } from './due-overlay.ts';
import { type BatchPieces, FlushBatch } from './flush-batch.ts';
import type { StateOverlay } from './state-overlay.ts';
import {
  encodeBucketKey,
  encodeBucketRow,
  encodeDueKey,
  encodeMark,
  encodePlace,
  encodeReplayBucket,
  encodeReplayKey,
  encodeTextRow,
} from './state-rows.ts';
import type { StateMark } from './state-store.ts';

const NOTHING = Buffer.alloc(0);
export const MARK_KEY = Buffer.from('mark');
/** Rows packed before the loop has its turn: about a millisecond. */
const ROWS_PER_TURN = 500;

/** Packs an overlay that nobody changes any more, and its mark, in small turns: the loop goes on ordering blocks. */
export async function packOverlay(
  overlay: StateOverlay,
  due: Iterable<DueChange>,
  { mark, pieces }: { readonly mark: StateMark; readonly pieces: BatchPieces },
): Promise<FlushBatch> {
  const batch = new FlushBatch(pieces);
  let rows = 0;
  for (const put of rowsOf(overlay, due, mark)) {
    put(batch);
    rows += 1;
    if (rows % ROWS_PER_TURN === 0) await setImmediate();
  }
  return batch;
}

function* rowsOf(
  overlay: StateOverlay,
  due: Iterable<DueChange>,
  mark: StateMark,
): Generator<(batch: FlushBatch) => void> {
  for (const [key, { path, value, valueHash }] of overlay.values) {
    yield (batch) => {
      if (value === null || valueHash === null) batch.remove('values', path);
      else batch.put('values', path, Buffer.concat([valueHash, encodeTextRow(key, value)]));
    };
  }
  for (const record of overlay.buckets.values()) {
    const key = encodeBucketKey(record.prefix);
    yield (batch) => {
      if (record.population === 0) batch.remove('buckets', key);
      else batch.put('buckets', key, encodeBucketRow(record));
    };
  }
  for (const [id, place] of overlay.transactions) {
    yield (batch) => batch.put('transactions', Buffer.from(id), encodePlace(place));
  }
  for (const { row, isPresent } of due) {
    yield (batch) =>
      isPresent ? batch.put('due', encodeDueKey(row), NOTHING) : batch.remove('due', encodeDueKey(row));
  }
  yield* replayRows(overlay);
  yield (batch) => batch.put('meta', MARK_KEY, encodeMark(mark));
}

function* replayRows(overlay: StateOverlay): Generator<(batch: FlushBatch) => void> {
  // Dropped first: a bucket that is dropped and taken up again in one flush keeps what came after.
  for (const bucket of overlay.droppedBuckets) yield (batch) => batch.drop('replay', encodeReplayBucket(bucket));
  for (const [bucket, marks] of overlay.replay) {
    for (const { id, notAfter } of marks.values()) {
      yield (batch) => batch.put('replay', encodeReplayKey(bucket, notAfter, id), NOTHING);
    }
  }
}
