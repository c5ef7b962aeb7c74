import { randomBytes } from 'node:crypto';
import { runCommand } from '@minglu/cli';

/** Runs a `minglu` command in this process; what it printed. Throws with what it said when it did not work. */
export async function runMinglu(...args: readonly string[]): Promise<string[]> {
  const { code, printed } = await tryMinglu(...args);
  if (code !== 0) throw new Error(`minglu ${args.join(' ')}: ${code}\n${printed.join('\n')}`);
  return printed;
}

/** The same, whatever comes of it. */
export async function tryMinglu(...args: readonly string[]): Promise<{ code: number; printed: string[] }> {
  const printed: string[] = [];
  const print = (line: string) => void printed.push(line);
  const code = await runCommand({
    args,
    env: {},
    pid: process.pid,
    clock: () => Date.now(),
    randomBytes: (length) => randomBytes(length),
    print,
    warn: print,
    ready: () => undefined,
    health: () => undefined,
    stopped: Promise.resolve(),
  });
  return { code, printed };
}
