import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { nodeFlags } from '../../../tools/bootstrap/node-flags.mjs';

const PROGRAM = fileURLToPath(new URL('../../../city/src/main.ts', import.meta.url));
const URL_LINE = /^ {2}(https?:\/\/\S+)$/m;
const READY = /ready in [\d.]+ s/;
const START_TIMEOUT_MS = 120_000;

/** The city as `npm start` runs it: its own process, with departments and witnesses as its children. */
export class CityProcess {
  readonly #child: ChildProcess;
  readonly url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** @param directory a new city's, or one that was here before */
  static async start(directory: string, firstPort: number): Promise<CityProcess> {
    const args = [...nodeFlags(), PROGRAM, '--directory', directory, '--port', String(firstPort)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    return new CityProcess(child, await ready(child));
  }

  close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.kill('SIGTERM');
    });
  }
}

function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(new Error(`the city ${why}: ${said.slice(-500)}`));
    };
    const onExit = (code: number | null): void => fail(`ended with ${code}`);
    const timer = setTimeout(() => fail('is not ready in time'), START_TIMEOUT_MS);
    child.once('exit', onExit);
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const url = URL_LINE.exec(said)?.[1];
      if (url === undefined || !READY.test(said)) return;
      clearTimeout(timer);
      child.off('exit', onExit);
      resolve(url);
    });
  });
}
