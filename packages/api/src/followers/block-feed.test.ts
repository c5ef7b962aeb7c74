import type { CommittedBlock } from '@minglu/node';
import { expect, test } from 'vitest';
import type { LedgerNode } from '../api-node.ts';
import { BlockFeed } from './block-feed.ts';

interface Followed {
  readonly from: number;
  readonly onBlock: (block: CommittedBlock) => Promise<void> | undefined;
  gone: boolean;
}

const followable = () => {
  const followed: Followed[] = [];
  const follow = (from: number, onBlock: Followed['onBlock']) => {
    const one: Followed = { from, onBlock, gone: false };
    followed.push(one);
    return () => {
      one.gone = true;
    };
  };
  return { node: { follow } as unknown as LedgerNode, followed };
};

const block = (height: number, records: number): CommittedBlock => ({
  ...{ height, time: 0, protocol: 1, firstIndex: 0, size: 0, stateRoot: new Uint8Array(32), events: [] },
  transactions: Array.from({ length: records }, (_, index) => ({
    id: '',
    index,
    jws: 'a.b.c',
    outcome: { events: [] },
  })),
});

const isOver = async (waits: Promise<void> | undefined): Promise<boolean> =>
  (await Promise.race([waits?.then(() => true), new Promise((resolve) => setImmediate(resolve, false))])) === true;

test('it follows from the block after the last one whose rows are in', () => {
  const { node, followed } = followable();
  const feed = new BlockFeed(node, () => undefined);
  expect(feed.started).toBe(false);
  feed.start(41);
  expect(feed.started).toBe(true);
  expect(followed[0]?.from).toBe(42);
});

test('a fast ledger waits at 40,000 unwritten records, until half of them are written', async () => {
  const { node, followed } = followable();
  const heights: number[] = [];
  const feed = new BlockFeed(node, ({ height }) => heights.push(height));
  feed.start(-1);
  const send = (height: number) => followed[0]?.onBlock(block(height, 10_000));
  for (const height of [0, 1, 2]) expect(send(height)).toBeUndefined();
  const waits = send(3);
  expect(waits).toBeInstanceOf(Promise);
  feed.reached(1);
  expect(await isOver(waits)).toBe(false);
  feed.reached(2);
  expect(await isOver(waits)).toBe(true);
  expect(heights).toEqual([0, 1, 2, 3]);
  expect(send(4)).toBeUndefined();
});

test('a position that is reported twice, or late, frees nothing twice', async () => {
  const { node, followed } = followable();
  const feed = new BlockFeed(node, () => undefined);
  feed.start(-1);
  for (const height of [0, 1, 2]) followed[0]?.onBlock(block(height, 10_000));
  for (let again = 0; again < 5; again++) feed.reached(0);
  const waits = [followed[0]?.onBlock(block(3, 10_000)), followed[0]?.onBlock(block(4, 10_000))];
  expect(waits[0]).toBeUndefined();
  expect(await isOver(waits[1])).toBe(false);
});

test('stopped, it lets the ledger go on and posts nothing more', async () => {
  const { node, followed } = followable();
  const heights: number[] = [];
  const feed = new BlockFeed(node, ({ height }) => heights.push(height));
  feed.start(-1);
  const waits = followed[0]?.onBlock(block(0, 50_000));
  feed.stop();
  expect(await isOver(waits)).toBe(true);
  expect(followed[0]?.gone).toBe(true);
  followed[0]?.onBlock(block(1, 1));
  expect(heights).toEqual([0]);
});

test('started over, it hears of each block once: the first subscription is silent', () => {
  const { node, followed } = followable();
  const heights: number[] = [];
  const feed = new BlockFeed(node, ({ height }) => heights.push(height));
  feed.start(-1);
  followed[0]?.onBlock(block(0, 30_000));
  feed.start(-1);
  for (const one of followed) one.onBlock(block(0, 30_000));
  expect(heights).toEqual([0, 0]);
  // Nor are the records of the first counted with those of the second.
  feed.reached(0);
  expect(followed[1]?.onBlock(block(1, 40_000))).toBeInstanceOf(Promise);
});
