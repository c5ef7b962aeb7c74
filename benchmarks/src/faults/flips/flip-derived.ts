import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileCache } from '../compile-cache.ts';

const script = new URL('./ask-derived-process.ts', import.meta.url).pathname;
const RESTARTS = 3;
const PATIENCE_MS = 60_000;

export interface Questions {
  readonly keys: readonly string[];
  readonly ids: readonly string[];
  /** Paths of the API. */
  readonly routes: readonly string[];
}

export interface DerivedTally {
  tried: number;
  /** Answered as before at once: the damage was outside what is read, or the store was made again. */
  same: number;
  /** Said that it was damaged, or died, and answered as before after a restart. */
  mended: number;
  readonly changed: string[];
  readonly notMended: string[];
}

export const noDerived = (): DerivedTally => ({ tried: 0, same: 0, mended: 0, changed: [], notMended: [] });

export interface DerivedFlip {
  /** Below the home. */
  readonly file: string;
  readonly offset: number;
  readonly mask: number;
  /** The file keeps its times, as rot on a disk leaves them; else it was changed by somebody. */
  readonly keepsTimes: boolean;
}

/** Damages copies of a closed home and asks each again, all at one instant: at midnight a ledger changes by itself. */
export async function flipDerived(
  home: string,
  questions: Questions,
  flips: readonly DerivedFlip[],
  tally: DerivedTally,
): Promise<void> {
  const nowMs = Date.now();
  const ask = (): Promise<Answers> => askOnce(copyPath(home), { ...questions, nowMs });
  copyOf(home);
  const { text: truth, why } = await ask();
  if (truth === undefined) throw new Error(`the undamaged ledger does not answer: ${why}`);
  for (const flip of flips) {
    damage(copyOf(home), flip);
    const what = `${flip.file} at ${flip.offset} ^ ${flip.mask}`;
    tally.tried += 1;
    let answers = await ask();
    const wasSeen = answers.text === undefined;
    for (let restart = 0; answers.text === undefined && restart < RESTARTS; restart += 1) answers = await ask();
    if (answers.text === undefined) tally.notMended.push(`${what}: ${answers.why}`);
    else if (answers.text !== truth) tally.changed.push(what);
    else tally[wasSeen ? 'mended' : 'same'] += 1;
  }
  rmSync(copyPath(home), { recursive: true, force: true });
}

const copyPath = (home: string): string => `${home}-flipped`;

function copyOf(home: string): string {
  const copy = copyPath(home);
  rmSync(copy, { recursive: true, force: true });
  cpSync(home, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}

function damage(home: string, { file, offset, mask, keepsTimes }: DerivedFlip): void {
  const path = join(home, file);
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ mask;
  writeFileSync(path, bytes);
  if (keepsTimes) utimesSync(path, atime, mtime);
}

interface Answers {
  /** The answers in one text; undefined when the process said an error or died. */
  readonly text: string | undefined;
  readonly why: string;
}

function askOnce(home: string, order: Questions & { readonly nowMs: number }): Promise<Answers> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, JSON.stringify({ ...order, home })],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...compileCache(tmpdir()) } },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let [output, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      resolve({ text: code === 0 ? output : undefined, why: `${signal ?? code} ${errors.slice(0, 300)}` });
    });
  });
}
