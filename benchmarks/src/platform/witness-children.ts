import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatStrictJson } from '@minglu/protocol';
import { CHAIN, WITNESS_NAMES } from './bench-identity.ts';

export interface WitnessChild {
  readonly name: string;
  readonly vkey: string;
  readonly url: string;
  readonly process: ChildProcess;
}

const program = new URL('../../../packages/cli/src/main.ts', import.meta.url).pathname;

/** The shipped witnesses as processes of their own, with their own keys and folders. */
export function startWitnesses(directory: string, logKey: string): Promise<WitnessChild[]> {
  return Promise.all(WITNESS_NAMES.map((name) => startWitness(join(directory, name), name, logKey)));
}

function startWitness(folder: string, name: string, logKey: string): Promise<WitnessChild> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.json'), formatStrictJson({ name, logs: [{ origin: CHAIN, keys: [logKey] }] }));
  const child = fork(program, ['witness', folder], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`witness ${name} ended with ${code}`)));
    child.on('message', (message) => {
      const { ready } = message as { ready?: { url: string; vkey: string } };
      if (ready !== undefined) resolve({ name, vkey: ready.vkey, url: ready.url, process: child });
    });
  });
}
