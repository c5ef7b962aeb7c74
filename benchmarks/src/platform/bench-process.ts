import { type ChildProcess, fork } from 'node:child_process';
import type { WitnessAddress } from '@minglu/node';
import { nodeFlags } from '../../../tools/bootstrap/node-flags.mjs';
import type { PlatformAnswer, PlatformRequest } from './platform-messages.ts';

const script = new URL('./platform-process.ts', import.meta.url).pathname;

type Answer<K extends PlatformAnswer['kind']> = Extract<PlatformAnswer, { kind: K }>;

/** The platform's process as the benchmark holds it. One question at a time. */
export class BenchProcess {
  readonly #child: ChildProcess;
  readonly url: string;
  /** From the process's first line to its first answer. */
  readonly startMs: number;

  private constructor(child: ChildProcess, ready: Answer<'ready'>) {
    this.#child = child;
    this.url = ready.url;
    this.startMs = ready.startMs;
  }

  static async start(
    directory: string,
    execArgv: readonly string[] = [],
    guests: readonly WitnessAddress[] = [],
  ): Promise<BenchProcess> {
    const child = fork(script, [directory, JSON.stringify(guests)], {
      execArgv: [...nodeFlags(), ...execArgv],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return new BenchProcess(child, await next(child, 'ready'));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  ask<K extends PlatformAnswer['kind']>(request: PlatformRequest, kind: K): Promise<Answer<K>> {
    const answer = next(this.#child, kind);
    this.#child.send(request);
    return answer;
  }

  close(): Promise<void> {
    if (!this.#child.connected) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.send({ kind: 'close' } satisfies PlatformRequest);
    });
  }
}

function next<K extends PlatformAnswer['kind']>(child: ChildProcess, kind: K): Promise<Answer<K>> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`the platform ended with ${code}`));
    const onMessage = (message: unknown): void => {
      const answer = message as PlatformAnswer;
      if (answer.kind !== kind) return;
      child.off('exit', onExit);
      child.off('message', onMessage);
      resolve(answer as Answer<K>);
    };
    child.on('message', onMessage);
    child.once('exit', onExit);
  });
}
