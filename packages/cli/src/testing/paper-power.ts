import { randomBytes } from 'node:crypto';
import type { Power } from '../power.ts';

/** A process that is none: arguments in, lines out. */
export function paperPower(...args: string[]): Power & { readonly printed: string[]; readonly warned: string[] } {
  const printed: string[] = [];
  const warned: string[] = [];
  return {
    args,
    env: {},
    pid: 1,
    clock: () => 1_760_000_000_000,
    randomBytes: (length) => randomBytes(length),
    print: (line) => printed.push(line),
    warn: (line) => warned.push(line),
    ready: () => undefined,
    health: () => undefined,
    stopped: Promise.resolve(),
    printed,
    warned,
  };
}
