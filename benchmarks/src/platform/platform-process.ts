// The platform under measurement, in a process of its own: opened through the production entry, told what to do over IPC.
import { readFileSync } from 'node:fs';
import { closedLoop } from '../load/closed-loop.ts';
import type { Submission } from '../load/submission.ts';
import { quantile } from '../report/quantile.ts';
import { openBenchPlatform } from './open-bench-platform.ts';
import type { PlatformAnswer, PlatformRequest } from './platform-messages.ts';

const startedAt = performance.now();
const platform = await openBenchPlatform(process.argv[2] ?? '', JSON.parse(process.argv[3] ?? '[]'));
const { node } = platform;
const answer = (message: PlatformAnswer): void => void process.send?.(message);

async function submitAll(path: string, inFlight: number): Promise<void> {
  const submissions = readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Submission);
  const cpuBefore = process.cpuUsage();
  const result = await closedLoop(submissions.length, inFlight, async (item) => {
    const { jws, sidecar } = submissions[item] ?? { jws: '', sidecar: '' };
    const { outcome, receipt } = await node.submit(jws, sidecar);
    if (!('events' in outcome) || receipt.length === 0) throw new Error('a good application was refused');
  });
  const cpu = process.cpuUsage(cpuBefore);
  const { latenciesMs, perSecond, seconds, count } = result;
  const latency = { p50: quantile(latenciesMs, 0.5), p99: quantile(latenciesMs, 0.99) };
  answer({ kind: 'submitted', perSecond, seconds, count, ...latency, cpuSeconds: (cpu.user + cpu.system) / 1e6 });
}

process.on('message', (request: PlatformRequest) => {
  if (request.kind === 'submit') void submitAll(request.path, request.inFlight);
  if (request.kind === 'status') answer({ kind: 'status', status: node.status(), metrics: node.metrics() });
  if (request.kind === 'killWitness') {
    platform.witnesses[request.index]?.process.kill('SIGKILL');
    answer({ kind: 'done' });
  }
  if (request.kind === 'close') void platform.close().then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
answer({ kind: 'ready', url: platform.url, startMs: performance.now() - startedAt });
