import { spawn } from 'node:child_process';
import { join } from 'node:path';

const SIGNALS = ['SIGINT', 'SIGTERM'];

/**
 * Where Node keeps compiled code between starts. In the environment, because threads look nowhere else: one of ours starts
 * in 80 ms of processor instead of 250, and needs no type stripper, whose WebAssembly, started and ended in thread after
 * thread, now and then aborts V8 (nodejs/node#64500).
 */
function compiledCode(root) {
  return root === undefined ? {} : { NODE_COMPILE_CACHE: join(root, '.cache', 'compile') };
}

/**
 * Runs a program and answers its exit code. `forward` passes terminal signals on, so that Ctrl-C stops the city cleanly;
 * `stoppedCode` is the answer for a program that such a signal ended: done, unless its work was to be finished first.
 * With `collect`, output is kept and answered as text instead of shown.
 */
export function run(program, args, { root, forward = false, collect, env, stoppedCode = 0 } = {}) {
  const stdio = collect === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const child = spawn(program, args, {
    cwd: root,
    stdio,
    env: { ...compiledCode(root), ...process.env, ...env },
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (collect !== undefined) {
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => collect(text));
  }
  const pass = (signal) => child.kill(signal);
  if (forward) for (const signal of SIGNALS) process.on(signal, pass);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      for (const one of SIGNALS) process.off(one, pass);
      resolve(code ?? (SIGNALS.includes(signal) ? stoppedCode : 1));
    });
  });
}
