import { spawn } from 'node:child_process';

/**
 * Runs a program and answers its exit code. `forward` passes terminal signals on, so that Ctrl-C stops the city cleanly.
 * With `collect`, output is kept and answered as text instead of shown.
 */
export function run(program, args, { root, forward = false, collect, env } = {}) {
  const stdio = collect === undefined ? 'inherit' : ['ignore', 'pipe', 'pipe'];
  const child = spawn(program, args, {
    cwd: root,
    stdio,
    env: { ...process.env, ...env },
    shell: process.platform === 'win32' && program === 'npm',
  });
  if (collect !== undefined) {
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => collect(text));
  }
  if (forward) for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)));
  });
}
