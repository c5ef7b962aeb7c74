// A node that campaigns kill: submits applications from a file and says on standard output, synchronously and only after
// the receipt, which ones were answered. Whatever stands there was promised.
import { readFileSync, writeSync } from 'node:fs';
import { closedLoop } from '../load/closed-loop.ts';
import type { Submission } from '../load/submission.ts';
import { openVictim } from './open-victim.ts';

interface VictimOrder {
  readonly directory: string;
  readonly path: string;
  readonly first: number;
  readonly count: number;
  readonly inFlight: number;
  readonly crashAt?: number;
  /** Ends cleanly after the last receipt instead of waiting to be killed. */
  readonly close: boolean;
  /** Waits for a line on standard input between opening and submitting, so that a tracer can attach. */
  readonly wait: boolean;
}

const order = JSON.parse(process.argv[2] ?? '{}') as VictimOrder;
const say = (line: string): void => void writeSync(1, `${line}\n`);

const lines = readFileSync(order.path, 'utf8')
  .trim()
  .split('\n')
  .slice(order.first, order.first + order.count);
const submissions = lines.map((line) => JSON.parse(line) as Submission);
const node = await openVictim(order.directory, order.crashAt);
say(`ready ${process.pid}`);
if (order.wait) await new Promise((resolve) => process.stdin.once('data', resolve));

const failed = (error: unknown): void => say(`failed ${(error as { code?: string }).code ?? String(error)}`);
await closedLoop(submissions.length, order.inFlight, async (item) => {
  const { id, jws, sidecar } = submissions[item] ?? { id: '', jws: '', sidecar: '' };
  await node.submit(jws, sidecar).then(({ index }) => say(`receipt ${id} ${index}`), failed);
});
if (order.close) await node.close().catch(failed);
say('end');
if (order.close) process.exit(0);
