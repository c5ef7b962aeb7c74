// The platform under measurement, in a process of its own: opened through the production entry, told what to do over IPC.
import { closedLoop } from '../load/closed-loop.ts';
import type { Submission } from '../load/submission.ts';
import { streamSubmissions } from '../load/submission-stream.ts';
import { quantile } from '../report/quantile.ts';
import { openBenchPlatform } from './open-bench-platform.ts';
import type { PlatformAnswer, PlatformRequest } from './platform-messages.ts';

type SubmitRequest = Extract<PlatformRequest, { kind: 'submit' }>;

const startedAt = performance.now();
const platform = await openBenchPlatform(process.argv[2] ?? '', JSON.parse(process.argv[3] ?? '[]'));
const { node } = platform;
const answer = (message: PlatformAnswer): void => void process.send?.(message);

async function submitAll({ path, inFlight, streamed }: SubmitRequest): Promise<void> {
  const stream = streamSubmissions(path);
  const [source, total] = streamed === undefined ? whole([...stream]) : [stream, streamed];
  const cpuBefore = process.cpuUsage();
  const result = await closedLoop(total, inFlight, async () => {
    const { value, done } = source.next();
    if (done === true) throw new Error(`${path} holds less than ${total} applications`);
    const { outcome, receipt } = await node.submit(value.jws, value.sidecar);
    const isGranted = 'events' in outcome && outcome.events.some(([name]) => name === 'case.granted');
    if (!isGranted || receipt.length === 0) throw new Error('a good application was not granted at once');
  });
  const cpu = process.cpuUsage(cpuBefore);
  const { latenciesMs, perSecond, seconds, count } = result;
  const latency = { p50: quantile(latenciesMs, 0.5), p99: quantile(latenciesMs, 0.99) };
  answer({ kind: 'submitted', perSecond, seconds, count, ...latency, cpuSeconds: (cpu.user + cpu.system) / 1e6 });
}

function whole(submissions: readonly Submission[]): [Iterator<Submission>, number] {
  return [submissions.values(), submissions.length];
}

function answerStatus(): void {
  const witnessPids = platform.witnesses.map((witness) => witness.process.pid ?? 0);
  answer({ kind: 'status', status: node.status(), metrics: node.metrics(), witnessPids });
}

process.on('message', (request: PlatformRequest) => {
  if (request.kind === 'submit') void submitAll(request);
  if (request.kind === 'status') answerStatus();
  if (request.kind === 'killWitness') {
    platform.witnesses[request.index]?.process.kill('SIGKILL');
    answer({ kind: 'done' });
  }
  if (request.kind === 'close') void platform.close().then(() => process.exit(0));
});
process.on('disconnect', () => process.exit(0));
answer({ kind: 'ready', url: platform.url, startMs: performance.now() - startedAt });
