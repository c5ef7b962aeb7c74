// A node that campaigns kill: submits applications from a file and says on standard output, synchronously and only after
// the receipt, which ones were answered and when. Whatever stands there was promised.
import { readFileSync } from 'node:fs';
import { crashPointAt } from '@minglu/node';
import { base64Encode, parseCheckpoint, parseTlogProof } from '@minglu/protocol';
import { closedLoop } from '../load/closed-loop.ts';
import type { Submission } from '../load/submission.ts';
import { openVictim } from './open-victim.ts';
import { sayLine } from './say-line.ts';
import type { VictimOrder } from './victim-order.ts';

const order = JSON.parse(process.argv[2] ?? '{}') as VictimOrder;
const { crashAt, flushTransactions } = order;
const die = (): void => void process.kill(process.pid, 'SIGKILL');

const lines = readFileSync(order.path, 'utf8')
  .trim()
  .split('\n')
  .slice(order.first, order.first + order.count);
const submissions = lines.map((line) => JSON.parse(line) as Submission);
sayLine('opening');
const node = await openVictim(order.directory, {
  ...(crashAt === undefined ? {} : { crash: crashPointAt(crashAt.point, crashAt.occurrence, die) }),
  ...(flushTransactions === undefined ? {} : { limits: { flushTransactions } }),
});
sayLine(`ready ${process.pid}`);
if (order.wait) await new Promise((resolve) => process.stdin.once('data', resolve));

const failed = (error: unknown): void => sayLine(`failed ${(error as { code?: string }).code ?? String(error)}`);
await closedLoop(submissions.length, order.inFlight, async (item) => {
  const { id, jws, sidecar } = submissions[item] ?? { id: '', jws: '', sidecar: '' };
  await node.submit(jws, sidecar).then(({ index, receipt }) => {
    const { size, root } = parseCheckpoint(parseTlogProof(receipt).checkpoint);
    sayLine(`receipt ${id} ${index} ${Date.now()} ${size} ${base64Encode(root)}`);
  }, failed);
});
if (order.close) await node.close().catch(failed);
sayLine('end');
if (order.close) process.exit(0);
setInterval(() => undefined, 60_000);
