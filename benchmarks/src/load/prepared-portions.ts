import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import type { SubmissionFiles } from './submission-files.ts';

const run = promisify(execFile);
const script = new URL('./prepare-process.ts', import.meta.url).pathname;
const PORTION = 20_000;

export interface Portion {
  readonly path: string;
  readonly count: number;
}

/** Files of fresh submissions, `count` of them in all; the next ones are prepared while one is used. */
export async function* preparedPortions(files: SubmissionFiles, count: number): AsyncGenerator<Portion> {
  const waiting: Promise<Portion>[] = [];
  let planned = 0;
  const plan = (): void => {
    const portion = { path: files.nextPath(), count: Math.min(PORTION, count - planned) };
    planned += portion.count;
    const prepared = prepare(portion);
    // Awaited in its turn, which a failure must not wait for.
    prepared.catch(() => undefined);
    waiting.push(prepared);
  };
  while (planned < count || waiting.length > 0) {
    while (planned < count && waiting.length < availableParallelism()) plan();
    const next = waiting.shift();
    if (next !== undefined) yield await next;
  }
}

async function prepare(portion: Portion): Promise<Portion> {
  await run(process.execPath, ['--disable-warning=ExperimentalWarning', script, portion.path, String(portion.count)]);
  return portion;
}
