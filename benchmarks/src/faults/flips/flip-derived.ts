import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Damages copies of a closed home and asks each again. `truth` is what `askOnce` answered of the undamaged one. */
export async function flipDerived(
  home: string,
  questions: Questions,
  flips: readonly DerivedFlip[],
  tally: DerivedTally,
): Promise<void> {
  const truth = await askOnce(copyOf(home), questions);
  if (truth === undefined) throw new Error('the undamaged ledger does not answer');
  for (const flip of flips) {
    const copy = copyOf(home);
    damage(copy, flip);
    const what = `${flip.file} at ${flip.offset} ^ ${flip.mask}`;
    tally.tried += 1;
    let answers = await askOnce(copy, questions);
    const wasSeen = answers === undefined;
    for (let restart = 0; answers === undefined && restart < RESTARTS; restart += 1) {
      answers = await askOnce(copy, questions);
    }
    if (answers === undefined) tally.notMended.push(what);
    else if (answers !== truth) tally.changed.push(what);
    else tally[wasSeen ? 'mended' : 'same'] += 1;
  }
  rmSync(`${home}-flipped`, { recursive: true, force: true });
}

function copyOf(home: string): string {
  const copy = `${home}-flipped`;
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

/** The answers in one text; undefined when the process said an error or died. */
function askOnce(home: string, questions: Questions): Promise<string | undefined> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, JSON.stringify({ ...questions, home })],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve(code === 0 ? output : undefined);
    });
  });
}
