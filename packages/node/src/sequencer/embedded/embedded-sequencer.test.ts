import type { Block, BlockTransaction } from '@minglu/ledger';
import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../testing/fake-clock.ts';
import { nextMidnightMs } from '../midnight.ts';
import { EmbeddedSequencer } from './embedded-sequencer.ts';

const HOUR = 3_600_000;
/** 2026-03-02T10:00:00+08:00 */
const MORNING = Date.UTC(2026, 2, 2, 2);

const transaction = (id: string, length = 100): BlockTransaction =>
  ({ transaction: { id, jws: 'x'.repeat(length) }, sidecar: undefined }) as unknown as BlockTransaction;

function setUp(overrides: { maxBlockBytes?: number; latestTimeMs?: () => number | undefined; dueMs?: number[] } = {}) {
  const clock = new FakeClock(MORNING);
  const blocks: Block[] = [];
  const writing: { finish: () => void; fail: (error: Error) => void }[] = [];
  const failures: unknown[] = [];
  const due = overrides.dueMs ?? [];
  let autoFinish = true;
  const sequencer = new EmbeddedSequencer({
    clock,
    maxBlockTransactions: 3,
    maxBlockBytes: overrides.maxBlockBytes ?? 1_000_000,
    countArriving: () => 0,
    findLatestTimeMs: overrides.latestTimeMs ?? (() => undefined),
    onFailure: (error) => failures.push(error),
  });
  sequencer.start(
    { height: 4, timeMs: MORNING },
    {
      deliver: (block) => {
        blocks.push(block);
        while (due[0] !== undefined && due[0] <= block.time) due.shift();
        const durable = autoFinish
          ? Promise.resolve()
          : new Promise<void>((resolve, reject) => writing.push({ finish: resolve, fail: reject }));
        return { stateRoot: new Uint8Array(32), durable };
      },
      findNextDueMs: () => due[0],
    },
  );
  const slow = () => {
    autoFinish = false;
  };
  return { clock, blocks, writing, failures, sequencer, due, slow };
}

const ids = (block: Block | undefined) => block?.transactions.map(({ transaction: { id } }) => id);

describe('embedded sequencer', () => {
  it('puts a lonely transaction into a block at once', async () => {
    const { clock, blocks, sequencer } = setUp();
    sequencer.submit(transaction('a'));
    await clock.moveTo(MORNING);
    expect(blocks).toMatchObject([{ height: 5, time: MORNING }]);
    expect(ids(blocks[0])).toEqual(['a']);
  });

  it('gathers in the next block whatever arrives while one is being written, up to the cap', async () => {
    const { clock, blocks, sequencer, writing, slow } = setUp();
    slow();
    sequencer.submit(transaction('a'));
    await clock.moveTo(MORNING);
    for (const id of ['b', 'c', 'd', 'e']) sequencer.submit(transaction(id));
    await clock.moveTo(MORNING + 1);
    expect(blocks).toHaveLength(1);
    writing[0]?.finish();
    await clock.moveTo(MORNING + 2);
    writing[1]?.finish();
    await clock.moveTo(MORNING + 3);
    expect(blocks.map(ids)).toEqual([['a'], ['b', 'c', 'd'], ['e']]);
  });

  it('bounds a block by bytes too, but always takes one', async () => {
    const { clock, blocks, sequencer } = setUp({ maxBlockBytes: 150 });
    for (const id of ['a', 'b']) sequencer.submit(transaction(id, 200));
    await clock.moveTo(MORNING + 1);
    expect(blocks.map(ids)).toEqual([['a'], ['b']]);
  });

  it('makes a block at each due instant and at local midnight of a silent night', async () => {
    const midnight = nextMidnightMs(MORNING);
    expect(new Date(midnight).toISOString()).toBe('2026-03-02T16:00:00.000Z');
    const { clock, blocks } = setUp({ dueMs: [MORNING + 5 * HOUR, midnight + HOUR] });
    await clock.moveTo(midnight + 2 * HOUR);
    expect(blocks.map(({ time }) => time)).toEqual([MORNING + 5 * HOUR, midnight, midnight + HOUR]);
    expect(blocks.every(({ transactions }) => transactions.length === 0)).toBe(true);
  });

  it('catches up at once with an instant that passed while the node was off', async () => {
    const { clock, blocks } = setUp({ dueMs: [MORNING - 1] });
    await clock.moveTo(MORNING);
    expect(blocks).toMatchObject([{ time: MORNING }]);
  });

  it('never turns time back with the clock', async () => {
    const { clock, blocks, sequencer } = setUp();
    await clock.moveTo(MORNING + HOUR);
    sequencer.submit(transaction('a'));
    await clock.moveTo(MORNING + HOUR);
    await clock.moveTo(MORNING - HOUR);
    sequencer.submit(transaction('b'));
    await clock.moveTo(MORNING - HOUR);
    expect(blocks.map(({ time }) => time)).toEqual([MORNING + HOUR, MORNING + HOUR]);
  });

  it('does not follow a clock beyond what witnesses saw', async () => {
    const { clock, blocks, sequencer } = setUp({ latestTimeMs: () => MORNING + 60_000 });
    await clock.moveTo(MORNING + 10 * HOUR);
    sequencer.submit(transaction('a'));
    await clock.moveTo(MORNING + 10 * HOUR);
    expect(blocks.map(({ time }) => time)).toEqual([MORNING + 60_000]);
  });

  it('stops for good when a block cannot be written', async () => {
    const { clock, blocks, sequencer, writing, failures, slow } = setUp();
    slow();
    sequencer.submit(transaction('a'));
    await clock.moveTo(MORNING);
    writing[0]?.fail(new Error('disk'));
    sequencer.submit(transaction('b'));
    await clock.moveTo(MORNING + 48 * HOUR);
    expect(blocks).toHaveLength(1);
    expect(failures).toHaveLength(1);
  });

  it('closes only when the block under way is durable', async () => {
    const { clock, sequencer, writing, slow } = setUp();
    slow();
    sequencer.submit(transaction('a'));
    await clock.moveTo(MORNING);
    let closed = false;
    const closing = sequencer.close().then(() => {
      closed = true;
    });
    await clock.moveTo(MORNING);
    expect(closed).toBe(false);
    writing[0]?.finish();
    await closing;
    expect(closed).toBe(true);
  });
});
