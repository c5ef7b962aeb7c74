import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { verifyReceipt, vkeyOf } from '@minglu/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crashPoints } from '../commit/crash-points.ts';
import type { LedgerNode } from '../ledger-node.ts';
import {
  ageContract,
  applications,
  CHAIN,
  foundingTransactions,
  genesis,
  logSigner,
  START,
} from '../testing/test-town.ts';
import { openNode } from './open-node.ts';

const child = fileURLToPath(new URL('../testing/crash-child.ts', import.meta.url));
const founding = await foundingTransactions();
const submissions = await applications(20);
const trust = {
  version: 1,
  origin: CHAIN,
  logKeys: [vkeyOf(CHAIN, 'log', logSigner.publicKey)],
  witnesses: [],
  threshold: 0,
};
let folder = '';
let file = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minglu-crash-'));
  file = join(folder, 'submissions.json');
  await writeFile(file, JSON.stringify({ founding, submissions }));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Death {
  readonly signal: string | null;
  readonly lines: readonly string[];
}

function run(directory: string, point: number, occurrence = 1): Promise<Death> {
  return new Promise((resolve) => {
    const process_ = spawn(process.execPath, [child, directory, String(point), file, String(occurrence)]);
    let output = '';
    let errors = '';
    process_.stdout.on('data', (chunk) => {
      output += String(chunk);
    });
    process_.stderr.on('data', (chunk) => {
      errors += String(chunk);
    });
    process_.on('close', (_code, signal) => {
      resolve({ signal, lines: errors === '' ? output.split('\n').filter(Boolean) : [errors] });
    });
  });
}

function open(directory: string): Promise<LedgerNode> {
  return openNode({
    directory,
    genesis,
    genesisTransactions: founding,
    signer: logSigner,
    clock: { nowMs: () => START + 1_000, setTimer: () => () => {} },
    contracts: ageContract,
    witnesses: [],
    verifyThreads: 1,
  });
}

/** Every id once, in the order of the log. */
async function idsOf(node: LedgerNode): Promise<string[]> {
  const ids: string[] = [];
  await new Promise<void>((resolve) => {
    node.follow(0, ({ height, transactions }) => {
      ids.push(...transactions.map(({ id }) => id));
      if (height === node.status().height) resolve();
    });
  });
  return ids;
}

async function checkAfter({ lines }: Death, directory: string): Promise<void> {
  const node = await open(directory);
  try {
    for (const line of lines.filter((text) => text !== 'closed')) {
      const [id = '', index] = line.split(' ');
      const found = await node.find(id);
      expect(found?.index).toBe(Number(index));
      const verified = await verifyReceipt(await node.receipt(Number(index)), { trust });
      expect(verified.transaction.id).toBe(id);
    }
    const results = await Promise.all(submissions.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
    expect(results.every(({ outcome }) => 'events' in outcome)).toBe(true);
    const ids = await idsOf(node);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(founding.length + submissions.length);
  } finally {
    await node.close();
  }
}

describe('a node that dies on its commit path', () => {
  it.each(crashPoints)('at point $point ($place) loses no receipt and doubles none', async ({ point }) => {
    const directory = join(folder, `point-${point}`);
    // Not the founding: the third block, with receipts already out.
    const death = await run(directory, point, point <= 8 ? 3 : 1);
    expect(death).toMatchObject({ signal: 'SIGKILL' });
    await checkAfter(death, directory);
  });

  it('and one that is let live arrives at the same roots', async () => {
    const directory = join(folder, 'alive');
    const life = await run(directory, 0);
    expect(life.signal).toBeNull();
    expect(life.lines).toHaveLength(submissions.length + 1);
    await checkAfter(life, directory);
  });
});
