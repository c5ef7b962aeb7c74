import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerNode } from '@minglu/node';
import { base64Encode, parseCheckpoint, parseTlogProof } from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SubmissionFiles } from '../load/submission-files.ts';
import { type AskedNode, checkPromises } from './check-promises.ts';
import { noDamage } from './damage.ts';
import { openVictim } from './open-victim.ts';
import { readSubmissions } from './read-submissions.ts';
import { type Promised, readOutput } from './victim.ts';

let directory = '';
let path = '';
let node: LedgerNode;
const promised: Promised[] = [];

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'minglu-promises-'));
  path = await new SubmissionFiles(directory).write(4);
  node = await openVictim(join(directory, 'home'));
  for (const { id, jws, sidecar } of readSubmissions(path)) {
    const { index, receipt } = await node.submit(jws, sidecar);
    const { size, root } = parseCheckpoint(parseTlogProof(receipt).checkpoint);
    promised.push({ id, index, atMs: 0, size, root: base64Encode(root) });
  }
});
afterAll(async () => {
  await node?.close();
  rmSync(directory, { recursive: true, force: true });
});

/** The node, but for what a test makes it lie about. */
const lying = (lies: Partial<AskedNode>): AskedNode => ({
  find: (id) => node.find(id),
  receipt: (index) => node.receipt(index),
  follow: (from, onBlock) => node.follow(from, onBlock),
  status: () => node.status(),
  submit: (jws, sidecar) => node.submit(jws, sidecar),
  checkpoint: () => node.checkpoint(),
  consistency: (oldSize, newSize) => node.consistency(oldSize, newSize),
  ...lies,
});
const check = (lies: Partial<AskedNode> = {}, more: readonly Promised[] = []) =>
  checkPromises(lying(lies), [...promised, ...more], path);

describe('promises', () => {
  it('are kept by a node that does its duty', async () => {
    expect(await check()).toEqual(noDamage());
  });

  it('are broken by a node that lost a receipt', async () => {
    const find: AskedNode['find'] = (id) => (id === promised[1]?.id ? Promise.resolve(undefined) : node.find(id));
    expect(await check({ find })).toMatchObject({ lost: 1, doubled: 0, moved: 0 });
  });

  it('are broken by a node that never had the transaction', async () => {
    const stranger = { ...(promised[0] as Promised), id: 'AAAAAAAAAAAAAAAAAAAAAA', index: 99 };
    expect(await check({}, [stranger])).toMatchObject({ lost: 1 });
  });

  it('are broken by a log that holds a transaction twice', async () => {
    const follow: AskedNode['follow'] = (from, onBlock) =>
      node.follow(from, (block) => onBlock({ ...block, transactions: [...block.transactions, ...block.transactions] }));
    expect((await check({ follow })).doubled).toBeGreaterThan(3);
  });

  it('are broken by a repeat that gets another place', async () => {
    const submit: AskedNode['submit'] = async (jws, sidecar) => {
      const result = await node.submit(jws, sidecar);
      return { ...result, index: result.index + 2 };
    };
    expect(await check({ submit })).toMatchObject({ lost: 0, moved: 3 });
  });

  it('are broken by a receipt that proves another record', async () => {
    expect(await check({ receipt: () => node.receipt(0) })).toMatchObject({ silent: 4 });
  });

  it('are broken by a log that is no continuation of what was signed', async () => {
    const forked = { ...(promised[0] as Promised), root: base64Encode(new Uint8Array(32)) };
    expect(await check({}, [forked])).toMatchObject({ silent: 1 });
  });

  it('are not read out of a line that the kill cut off', () => {
    const line = 'receipt AAAAAAAAAAAAAAAAAAAAAA 7 1700000000000 9 cm9vdA==';
    expect(readOutput(`opening\nready 1\n${line}\n${line}`).promised).toHaveLength(1);
    expect(readOutput(`opening\nfailed storage-full\n`)).toMatchObject({ opened: false, failed: ['storage-full'] });
  });
});
