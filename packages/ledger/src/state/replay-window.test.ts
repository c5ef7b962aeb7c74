import { base64urlEncode, concatBytes, sha256, utf8Encode } from '@minglu/protocol';
import { describe, expect, it } from 'vitest';
import { Draft } from './draft.ts';
import { MemoryState } from './memory-state.ts';
import { REPLAY_BUCKET_MS, ReplayWindow, replayBucket } from './replay-window.ts';

const MINUTE = REPLAY_BUCKET_MS;

/** One block's use of the window over a state. */
function blockOver(state: MemoryState, timeMs: number, marks: readonly (readonly [string, number])[]) {
  const draft = new Draft(state);
  if (draft.find('clock', '') === undefined)
    draft.write('clock', '', { height: 0, time: timeMs, replayFrom: replayBucket(timeMs) });
  const replay = new ReplayWindow(state);
  for (const [id, notAfter] of marks) replay.mark(id, notAfter);
  const changes = { replay: replay.close(draft, timeMs, sha256), ...draft.changes() };
  state.commit(changes);
  return changes;
}

describe('the replay window', () => {
  it('knows an id marked in this block, and one committed before', () => {
    const state = new MemoryState();
    const replay = new ReplayWindow(state);
    expect(replay.has('a', 5)).toBe(false);
    replay.mark('a', 5);
    expect(replay.has('a', 5)).toBe(true);
    expect(replay.has('a', 6)).toBe(false);
    blockOver(state, 0, [['b', 7]]);
    expect(new ReplayWindow(state).has('b', 7)).toBe(true);
  });

  it('commits to the set: a running hash a bucket, over marks in their order', () => {
    const state = new MemoryState();
    blockOver(state, 0, [
      ['a', 10],
      ['b', 20],
      ['c', MINUTE + 1],
    ]);
    blockOver(state, 1, [['d', 30]]);
    const step = (chain: Uint8Array, text: string) =>
      sha256(concatBytes(utf8Encode('minglu replay v0\n'), chain, utf8Encode(text)));
    const first = step(new Uint8Array(32), '10 a\n20 b\n');
    expect(JSON.parse(state.get('replay/0') ?? '')).toEqual({
      chain: base64urlEncode(step(first, '30 d\n')),
      count: 3,
    });
    expect(JSON.parse(state.get('replay/1') ?? '').count).toBe(1);
  });

  it('shows another record for another order or another set', () => {
    const chains = [
      [
        ['a', 10],
        ['b', 20],
      ],
      [
        ['b', 20],
        ['a', 10],
      ],
      [['a', 10]],
      [
        ['a', 10],
        ['b', 21],
      ],
    ].map((marks) => {
      const state = new MemoryState();
      blockOver(state, 0, marks as [string, number][]);
      return state.get('replay/0');
    });
    expect(new Set(chains).size).toBe(4);
  });

  it('drops a bucket once it is wholly in the past, record and rows', () => {
    const state = new MemoryState();
    blockOver(state, 0, [
      ['a', 10],
      ['b', MINUTE + 10],
    ]);
    expect(blockOver(state, MINUTE - 1, []).replay.dropBuckets).toEqual([]);
    expect(blockOver(state, MINUTE, []).replay.dropBuckets).toEqual([0]);
    expect(state.get('replay/0')).toBeUndefined();
    expect(state.replayed('a', 10)).toBe(false);
    expect(state.replayed('b', MINUTE + 10)).toBe(true);
  });

  it('walks a bounded number of buckets a block, and the rest in the next ones', () => {
    const state = new MemoryState();
    blockOver(state, 0, [['late', 999 * MINUTE]]);
    const dropped: number[] = [];
    let blocks = 0;
    while (dropped.length === 0) {
      blocks += 1;
      dropped.push(...blockOver(state, 1000 * MINUTE, []).replay.dropBuckets);
    }
    expect(blocks).toBe(4);
    expect(JSON.parse(state.get('clock') ?? '').replayFrom).toBe(1000);
  });
});
