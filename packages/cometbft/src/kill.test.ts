import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fsck, type LedgerNode } from '@minglu/node';
import { ageContract, applications, CHAIN, foundingTransactions, genesis, logSigner } from '@minglu/node/testing';
import { verifyReceipt, vkeyOf } from '@minglu/protocol';
import { afterAll, describe, expect, it } from 'vitest';
import { findEngine } from './engine/find-engine.ts';
import { openEngineTown } from './testing/engine-town.ts';

const binary = (await findEngine(process.env)) ?? '';
const folder = await mkdtemp(join(tmpdir(), 'minglu-kill-'));
const child = fileURLToPath(new URL('./testing/engine-child.ts', import.meta.url));
const logKeys = [vkeyOf(CHAIN, 'log', logSigner.publicKey)];
const trust = { version: 1, origin: CHAIN, logKeys, witnesses: [], threshold: 0 };
const founding = await foundingTransactions();
afterAll(() => rm(folder, { recursive: true, force: true }));

/** One life of the pair: what it was receipted, and how it ended. */
class Life {
  readonly receipts: string[] = [];
  enginePid = 0;
  isClosed = false;
  readonly process: ChildProcess;

  constructor(town: string, file: string, point = 0, occurrence = 1) {
    this.process = spawn(process.execPath, [child, town, binary, file, `${point}`, `${occurrence}`]);
    let rest = '';
    this.process.stdout?.on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.#read(line);
    });
  }

  #read(line: string): void {
    if (line.startsWith('pid ')) this.enginePid = Number(line.slice(4));
    else if (line === 'closed') this.isClosed = true;
    else this.receipts.push(line);
  }

  async until(receipts: number): Promise<void> {
    while (this.receipts.length < receipts && this.process.exitCode === null) await pause(5);
  }

  async end(): Promise<{ code: number | null; signal: string | null }> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit');
    return { code: this.process.exitCode, signal: this.process.signalCode };
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function town(name: string, count: number) {
  const submissions = await applications(count, Date.now());
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify({ founding, submissions }));
  return { at: join(folder, name), file, submissions };
}

async function idsOf(node: LedgerNode): Promise<string[]> {
  const ids: string[] = [];
  const { height: last } = node.status();
  await new Promise<void>((resolve) => {
    node.follow(0, ({ height, transactions }) => {
      ids.push(...transactions.map(({ id }) => id));
      if (height === last) resolve();
    });
  });
  return ids;
}

/** Whatever was receipted is there, once; the rest can be sent again; one process that decides it all again finds the same roots. */
async function check(
  { at, submissions }: Awaited<ReturnType<typeof town>>,
  receipts: readonly string[],
): Promise<void> {
  const { node } = await openEngineTown(at, binary, founding);
  try {
    for (const line of receipts) {
      const [id = '', index] = line.split(' ');
      expect(await node.find(id)).toMatchObject({ index: Number(index) });
      expect((await verifyReceipt(await node.receipt(Number(index)), { trust })).transaction.id).toBe(id);
    }
    await Promise.all(submissions.map(({ jws, sidecar }) => node.submit(jws, sidecar)));
    const ids = await idsOf(node);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(founding.length + submissions.length);
  } finally {
    await node.close();
  }
  const directory = join(at, 'ledger');
  const report = await fsck({ directory, genesis, contracts: ageContract, logKeys, witnesses: [], threads: 1 });
  expect(report.findings).toEqual([]);
}

describe.skipIf(binary === '')('a pair of engine and ledger', () => {
  it('ends as a pair when the engine is killed, by a code that is a failure, and goes on as one', async () => {
    const where = await town('engine', 12);
    const life = new Life(where.at, where.file);
    await life.until(3);
    process.kill(life.enginePid, 'SIGKILL');
    expect(await life.end()).toEqual({ code: 70, signal: null });
    await check(where, life.receipts);
  });

  it('ends as a pair when the ledger is killed: the engine leaves within moments', async () => {
    const where = await town('ledger', 12);
    const life = new Life(where.at, where.file);
    await life.until(6);
    life.process.kill('SIGKILL');
    await life.end();
    for (let waited = 0; waited < 100 && isAlive(life.enginePid); waited++) await pause(20);
    expect(isAlive(life.enginePid)).toBe(false);
    await check(where, life.receipts);
  });

  it.each([2, 7])('loses and doubles nothing when it dies at point %i of the commit path', async (point) => {
    const where = await town(`point-${point}`, 9);
    const life = new Life(where.at, where.file, point, 3);
    expect(await life.end()).toEqual({ code: null, signal: 'SIGKILL' });
    for (let waited = 0; waited < 100 && isAlive(life.enginePid); waited++) await pause(20);
    await check(where, life.receipts);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
