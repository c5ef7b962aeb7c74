import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { Victim, type VictimEnd } from '../victim.ts';
import type { VictimOrder } from '../victim-order.ts';
import { FILE_CALLS, isCutShort, readTrace, type TracedCall } from './file-calls.ts';

/** One thread for all file work, so that the n-th call is the same one in every run. */
const ENV = { UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' };
const PATIENCE_MS = 20_000;

export function hasStrace(): boolean {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export interface TracedRun {
  readonly order: VictimOrder;
  /** Only calls that touch something below it are reported. */
  readonly folder: string;
  readonly injection?: Injection;
}

export interface Injection {
  readonly call: string;
  /** Only this path's calls are counted and injected. */
  readonly path: string;
  readonly nth: number;
  /** As strace takes it: `error=EIO`, `signal=SIGKILL`. */
  readonly what: string;
}

export interface TracedEnd {
  readonly end: VictimEnd;
  readonly calls: readonly TracedCall[];
  /** The victim, or the helper that flushes its state, was killed inside a call that was traced. */
  readonly isKilled: boolean;
}

/** The victim opens undisturbed, then the tracer attaches, then it commits, flushes and closes. */
export async function traceVictim(run: TracedRun): Promise<TracedEnd> {
  const victim = new Victim({ ...run.order, wait: true, close: true }, ENV);
  await victim.ready;
  const log = `${run.order.directory}.trace`;
  const tracer = spawn('strace', ['-f', '-p', String(victim.process.pid), '-o', log, ...tracerArgs(run.injection)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const detached = new Promise<void>((resolve) => tracer.once('close', () => resolve()));
  await new Promise<void>((resolve) => {
    tracer.stderr.setEncoding('utf8').on('data', (text: string) => text.includes('attached') && resolve());
    void detached.then(resolve);
  });
  victim.process.stdin?.end('go\n');
  const timer = setTimeout(() => victim.process.kill('SIGKILL'), PATIENCE_MS);
  const end = await victim.ended;
  clearTimeout(timer);
  await detached;
  const text = readFileSync(log, 'utf8');
  rmSync(log, { force: true });
  return { end, calls: readTrace(text, run.folder), isKilled: isCutShort(text) };
}

function tracerArgs(injection: Injection | undefined): string[] {
  const shown = ['-y', '-ttt', '-s', '0'];
  if (injection === undefined) return [...shown, '-e', `trace=${FILE_CALLS.join(',')}`];
  const { call, path, what, nth } = injection;
  return [...shown, '-P', path, '-e', `trace=${call}`, '-e', `inject=${call}:${what}:when=${nth}`];
}
