import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { nodeFlags } from '../../../bootstrap/node-flags.mjs';

/** What a city's folder holds when it has a history, or one to go on with. */
const HISTORY = ['city.json', 'year.json', '.year'];

/** The folder whose city is about to start without a history, given what the product is started with; undefined: nothing to play. */
export function cityWithoutHistory(args: readonly string[]): string | undefined {
  if (args[0] !== 'start' || args.some((arg) => ['--empty', '--help'].includes(arg))) return undefined;
  const given = args.flatMap((arg, at) =>
    arg === '--directory' ? [args[at + 1] ?? ''] : arg.startsWith('--directory=') ? [arg.slice(12)] : [],
  );
  const directory = resolve(given.at(-1) ?? '');
  return HISTORY.some((name) => existsSync(join(directory, name))) ? undefined : directory;
}

/**
 * Plays the invented twelve months into a new city's own folder, as the set-up of a working copy does into its cache. No
 * archive carries them: with them would come the keys of the departments, the same for everybody who unpacks it.
 * Answers false when somebody stopped it; when it was not made, the city starts with a few cases.
 */
export async function playYear(home: string, directory: string): Promise<boolean> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  say('首次启动：演示十二个月的办件，只做一次，半分钟到两分钟');
  say('first start: playing twelve months of invented cases, once, half a minute to two');
  const program = join(home, 'city', 'src', 'year', 'main.ts');
  const child = spawn(process.execPath, [...nodeFlags(), program, '--city', directory], { stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => void child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, forward);
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done) => {
    child.on('error', () => done([1, null]));
    child.on('exit', (...how) => done(how));
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, forward);
  if (signal === 'SIGINT' || signal === 'SIGTERM') return false;
  if (code !== 0) say('✗ 没有做成，城市将从几件办件开始 it was not made: the city will begin with a few cases');
  return true;
}
