import { type ChildProcess, spawn } from 'node:child_process';

const script = new URL('./victim-process.ts', import.meta.url).pathname;

export interface VictimRun {
  readonly directory: string;
  /** File of prepared submissions, and which of them. */
  readonly path: string;
  readonly first: number;
  readonly count: number;
  readonly inFlight: number;
  readonly crashAt?: number;
  readonly close?: boolean;
  readonly wait?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

/** A submission that was answered with a receipt: from then on it may not be lost. */
export interface Promised {
  readonly id: string;
  readonly index: number;
}

export interface VictimEnd {
  readonly promised: readonly Promised[];
  readonly failed: readonly string[];
  readonly opened: boolean;
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  readonly errors: string;
}

/** One life of a node's process, and what it had promised when it ended. */
export class Victim {
  readonly process: ChildProcess;
  readonly ready: Promise<void>;
  readonly ended: Promise<VictimEnd>;

  constructor(run: VictimRun) {
    const order = JSON.stringify({ close: false, wait: false, ...run, env: undefined });
    this.process = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, order], {
      env: { ...process.env, ...run.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    let [output, errors] = ['', ''];
    let onReady: () => void = () => undefined;
    this.ready = new Promise((resolve) => {
      onReady = resolve;
    });
    this.process.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.includes('ready ')) onReady();
    });
    this.process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      errors += text;
    });
    this.ended = new Promise((resolve) => {
      this.process.once('close', (code, signal) => {
        onReady();
        resolve({ ...read(output), signal, code, errors });
      });
    });
  }
}

/** A line that the kill cut off was not yet said in full: the last one counts only with its end. */
function read(output: string): Pick<VictimEnd, 'promised' | 'failed' | 'opened'> {
  const lines = output.split('\n').slice(0, -1);
  const promised = lines.flatMap((line) => {
    const [word, id = '', index] = line.split(' ');
    return word === 'receipt' ? [{ id, index: Number(index) }] : [];
  });
  const failed = lines.filter((line) => line.startsWith('failed ')).map((line) => line.slice(7));
  return { promised, failed, opened: lines.some((line) => line.startsWith('ready ')) };
}
