import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

export interface DriverResult {
  readonly perSecond: number;
  readonly seconds: number;
  readonly count: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const run = promisify(execFile);

/** Runs one of the drivers of this folder in a process of its own. */
export async function runDriver(file: string, args: readonly string[]): Promise<DriverResult> {
  const script = new URL(file, import.meta.url).pathname;
  const flags = ['--disable-warning=ExperimentalWarning', script, ...args];
  const { stdout } = await run(process.execPath, flags, { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as DriverResult;
}
