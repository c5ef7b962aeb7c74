import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { compileCache } from './compile-cache.ts';
import type { VictimOrder } from './victim-order.ts';

const script = new URL('./victim-process.ts', import.meta.url).pathname;
const PATIENCE_MS = 60_000;

/** A submission that was answered with a receipt: from then on it may not be lost. */
export interface Promised {
  readonly id: string;
  readonly index: number;
  /** Milliseconds since the epoch at which the receipt was there. */
  readonly atMs: number;
  /** The checkpoint it was under. */
  readonly size: number;
  readonly root: string;
}

export interface VictimEnd {
  readonly promised: readonly Promised[];
  /** Code of each submission (or close) that failed. */
  readonly failed: readonly string[];
  readonly opened: boolean;
  /** All its submissions were answered, one way or the other. */
  readonly finished: boolean;
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly errors: string;
  /** Nothing ended it for so long that the campaign did. */
  readonly hung: boolean;
}

/** One life of a node's process, and what it had promised when it ended. */
export class Victim {
  readonly process: ChildProcess;
  /** The process is about to open its node. */
  readonly opening: Promise<void>;
  readonly ready: Promise<void>;
  readonly ended: Promise<VictimEnd>;

  constructor(order: VictimOrder, env: NodeJS.ProcessEnv = {}) {
    this.process = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, JSON.stringify(order)], {
      env: { ...process.env, ...compileCache(tmpdir()), ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let [output, errors, hung] = ['', '', false];
    const timer = setTimeout(() => {
      hung = true;
      this.process.kill('SIGKILL');
    }, PATIENCE_MS);
    const opening = Promise.withResolvers<void>();
    const ready = Promise.withResolvers<void>();
    [this.opening, this.ready] = [opening.promise, ready.promise];
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('opening\n')) opening.resolve();
      if (output.includes('ready ')) ready.resolve();
    });
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    this.ended = new Promise((resolve) => {
      this.process.once('close', (code, signal) => {
        clearTimeout(timer);
        opening.resolve();
        ready.resolve();
        resolve({ ...readOutput(output), signal, code, errors, hung });
      });
    });
  }
}

/** A line that the kill cut off was not yet said in full: the last one counts only with its end. */
export function readOutput(output: string): Pick<VictimEnd, 'promised' | 'failed' | 'opened' | 'finished'> {
  const lines = output.split('\n').slice(0, -1);
  const promised = lines.flatMap((line) => {
    const [word, id = '', index, atMs, size, root = ''] = line.split(' ');
    return word === 'receipt' ? [{ id, index: Number(index), atMs: Number(atMs), size: Number(size), root }] : [];
  });
  const failed = lines.filter((line) => line.startsWith('failed ')).map((line) => line.slice(7));
  const opened = lines.some((line) => line.startsWith('ready '));
  return { promised, failed, opened, finished: lines.includes('end') };
}
