import { formatCheckpointBody, signCheckpoint } from '@minglu/protocol';
import { beforeAll, expect, test } from 'vitest';
import type { LedgerNode } from '../api-node.ts';
import { logSigner } from '../testing/open-test-node.ts';
import { CHAIN } from '../testing/test-chain.ts';
import { listCheckpoints } from './list-checkpoints.ts';

const SIZES = [2, 3, 5, 8, 13, 21, 34];
const notes = new Map<number, string>();
beforeAll(async () => {
  for (const size of [...SIZES, 55]) {
    const body = formatCheckpointBody({ origin: CHAIN, size, root: new Uint8Array(32).fill(size) });
    notes.set(size, `${body}\n${await signCheckpoint(body, { name: CHAIN, signer: logSigner })}`);
  }
});

const note = (size: number): string => notes.get(size) ?? '';

/** A history of checkpoints of which the newest may not have been recorded yet. */
const nodeWith = (recorded: readonly number[], newest: number): LedgerNode =>
  ({
    checkpoint: () => note(newest),
    checkpoints: async (before: number, limit: number) =>
      recorded
        .filter((size) => size < before)
        .toReversed()
        .slice(0, limit)
        .map(note),
  }) as unknown as LedgerNode;

const pages = async (node: LedgerNode, limit: number): Promise<number[]> => {
  const sizes: number[] = [];
  let before: number | undefined;
  do {
    const page = await listCheckpoints(node, before, limit);
    expect(page.checkpoints.length).toBeLessThanOrEqual(limit);
    sizes.push(...page.checkpoints.map(({ size }) => size));
    before = page.next;
  } while (before !== undefined);
  return sizes;
};

test.each([1, 2, 3, 6, 7, 8, 100])('pages of %i give every checkpoint once, newest first', async (limit) => {
  expect(await pages(nodeWith(SIZES, 34), limit)).toEqual([34, 21, 13, 8, 5, 3, 2]);
});

test.each([1, 2, 7, 8, 100])('the newest stands first though it is not recorded yet (pages of %i)', async (limit) => {
  expect(await pages(nodeWith(SIZES, 55), limit)).toEqual([55, 34, 21, 13, 8, 5, 3, 2]);
});

test('a log of one checkpoint that is not recorded yet has one', async () => {
  expect(await pages(nodeWith([], 2), 20)).toEqual([2]);
});

test('a later page is what it was, whatever has been added since', async () => {
  const first = await listCheckpoints(nodeWith(SIZES, 34), undefined, 3);
  const later = await listCheckpoints(nodeWith([...SIZES, 55], 55), first.next, 3);
  expect(later.checkpoints.map(({ size }) => size)).toEqual([8, 5, 3]);
});

test('each is the signed note itself, and what is said beside it is what it says', async () => {
  const { checkpoints } = await listCheckpoints(nodeWith([8], 8), undefined, 1);
  expect(checkpoints).toEqual([
    { size: 8, root: Buffer.alloc(32, 8).toString('base64'), checkpoint: note(8), witnesses: [] },
  ]);
});
