import { randomBytes } from 'node:crypto';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { resolve } from 'node:path';
import type { Power } from './power.ts';

// Compiled code is kept between starts: a child then needs 0.1 s instead of 0.3 s of the processor before it serves.
enableCompileCache(resolve(import.meta.dirname, '..', '..', '..', '.cache', 'compile'));
const { runCommand } = await import('./run-command.ts');

// The only file of the house, with city's main, that touches the process: arguments, environment, clock, randomness.
const stopped = new Promise<void>((resolve) => {
  // A terminal's Ctrl-C reaches children too; those with a parent wait for its word.
  process.on('SIGINT', () => {
    if (process.send === undefined) resolve();
  });
  process.on('SIGTERM', () => resolve());
  process.on('disconnect', () => resolve());
});

const power: Power = {
  args: process.argv.slice(2),
  env: process.env,
  pid: process.pid,
  clock: () => Date.now(),
  randomBytes: (length) => randomBytes(length),
  print: (line) => void process.stdout.write(`${line}\n`),
  warn: (line) => void process.stderr.write(`${line}\n`),
  ready: (facts) => {
    process.send?.({ ready: facts });
    flushCompileCache();
  },
  health: (line) => {
    if (process.connected) process.send?.({ health: line });
  },
  stopped,
};

process.exit(await runCommand(power));
