import { base64urlDecode, base64urlEncode, concatBytes, type HashFunction, utf8Encode } from '@minglu/protocol';
import type { Draft } from './draft.ts';
import type { ReplayMark, StateChanges } from './state-changes.ts';
import type { StateReader } from './state-reader.ts';

export const REPLAY_BUCKET_MS = 60_000;
/** A transaction may wait at most this long for its block. */
export const MAX_WINDOW_MS = 24 * 60 * 60 * 1000;
/** Work by time alone is bounded, so that the first block after a long silence is not a long block. */
const MAX_BUCKETS_PASSED = 256;

const LABEL = utf8Encode('minglu replay v0\n');
const EMPTY_CHAIN = base64urlEncode(new Uint8Array(32));

export function replayBucket(notAfter: number): number {
  return Math.floor(notAfter / REPLAY_BUCKET_MS);
}

/**
 * Which ids were taken. The set is a flat table outside the tree; the tree holds a running hash over it per bucket, so
 * a node that forgot or invented an id shows another state root.
 */
export class ReplayWindow {
  readonly #state: Pick<StateReader, 'replayed'>;
  readonly #taken = new Set<string>();
  readonly #marks: ReplayMark[] = [];

  constructor(state: Pick<StateReader, 'replayed'>) {
    this.#state = state;
  }

  has(id: string, notAfter: number): boolean {
    return this.#taken.has(`${notAfter}/${id}`) || this.#state.replayed(id, notAfter);
  }

  mark(id: string, notAfter: number): void {
    this.#taken.add(`${notAfter}/${id}`);
    this.#marks.push({ id, notAfter });
  }

  /** Writes this block's buckets and drops those wholly in the past; returns what the flat table must do. */
  close(draft: Draft, timeMs: number, hash: HashFunction): StateChanges['replay'] {
    for (const [bucket, marks] of groupByBucket(this.#marks)) extendBucket(draft, [bucket, marks], hash);
    return { add: this.#marks, dropBuckets: dropPast(draft, timeMs) };
  }
}

function groupByBucket(marks: readonly ReplayMark[]): Map<number, ReplayMark[]> {
  const groups = new Map<number, ReplayMark[]>();
  for (const mark of marks) {
    const bucket = replayBucket(mark.notAfter);
    const group = groups.get(bucket);
    if (group === undefined) groups.set(bucket, [mark]);
    else group.push(mark);
  }
  return groups;
}

function extendBucket(
  draft: Draft,
  [bucket, marks]: readonly [number, readonly ReplayMark[]],
  hash: HashFunction,
): void {
  const subject = String(bucket);
  const before = draft.find('replay', subject);
  const text = marks.map((mark) => `${mark.notAfter} ${mark.id}\n`).join('');
  const chain = hash(concatBytes(LABEL, base64urlDecode(before?.chain ?? EMPTY_CHAIN), utf8Encode(text)));
  draft.write('replay', subject, { chain: base64urlEncode(chain), count: (before?.count ?? 0) + marks.length });
}

/** Walks on from where the last block stopped; what a long silence leaves over is for the next blocks. */
function dropPast(draft: Draft, timeMs: number): number[] {
  const clock = draft.get('clock', '');
  const end = replayBucket(timeMs);
  const dropped: number[] = [];
  let bucket = clock.replayFrom;
  for (let passed = 0; bucket < end && passed < MAX_BUCKETS_PASSED; bucket += 1, passed += 1) {
    if (draft.find('replay', String(bucket)) === undefined) continue;
    draft.remove('replay', String(bucket));
    dropped.push(bucket);
  }
  if (bucket !== clock.replayFrom) draft.write('clock', '', { ...clock, replayFrom: bucket });
  return dropped;
}
