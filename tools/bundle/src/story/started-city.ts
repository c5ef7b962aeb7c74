import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';

const READY = /ready in [\d.]+ s/;
/** A first start plays twelve months, half a minute of two free cores. */
const READY_TIMEOUT_MS = 180_000;

const running = new Set<ChildProcess>();

/** The city as a person starts it: `./minglu` in the unpacked folder. */
export class StartedCity {
  readonly #process: ChildProcess;
  readonly startMs: number;
  /** Everything it said until it was ready. */
  readonly said: string;

  private constructor(process: ChildProcess, startMs: number, said: string) {
    this.#process = process;
    this.said = said;
    this.startMs = startMs;
  }

  /** Resolves when it says that it is ready; rejects with all it said when it ends or stays silent. */
  static async start(folder: string, args: readonly string[]): Promise<StartedCity> {
    const begun = performance.now();
    const child = spawn('./minglu', args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    child.once('exit', () => running.delete(child));
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`the city ${why}:\n${said}`));
      const timer = setTimeout(() => fail('is not ready'), READY_TIMEOUT_MS);
      child.once('exit', (code) => fail(`ended with ${code}`));
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          if (!READY.test(said)) return;
          clearTimeout(timer);
          resolve();
        });
      }
    });
    return new StartedCity(child, performance.now() - begun, said);
  }

  /** Whoever ends in the middle of a story leaves no city behind; its own children end with it. */
  static abandonAll(): void {
    for (const child of running) child.kill('SIGKILL');
  }

  /** As Ctrl-C or a service manager does it, to the one process that was started. Answers its exit code. */
  async stop(): Promise<number | null> {
    if (this.#process.exitCode !== null) return this.#process.exitCode;
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }
}
