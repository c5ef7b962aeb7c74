import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { encodeEndOfBatch, encodePieceHeader, type FlushAnswer } from './flush-frames.ts';

const program = fileURLToPath(new URL('./flush-process-main.ts', import.meta.url));

/** One writing process. It ends when its input does. */
export class FlushWriter {
  readonly process: ChildProcess;
  readonly #input: Socket;
  readonly #output: Socket;
  #text = '';
  #settle: (answer: FlushAnswer) => void = () => {};
  #end: FlushAnswer | undefined;

  constructor(directory: string) {
    // Its errors are nobody's to read: what is to be said of a batch is said in its answer.
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, directory], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    this.process = child;
    this.#input = child.stdin as Socket;
    this.#output = child.stdout as Socket;
    this.#output.setEncoding('utf8').on('data', (text: string) => this.#hear(text));
    // A write to a process that died fails; that it died is said by `exit`, with how.
    this.#input.on('error', () => {});
    child.on('error', (error) => this.#finish({ error: error.message }));
    child.on('exit', (code, signal) => this.#finish({ error: `writer ended: ${code ?? signal}` }));
    this.#unref();
  }

  /** One at a time. */
  async ask(pieces: readonly Buffer[]): Promise<FlushAnswer> {
    if (this.#end !== undefined) return this.#end;
    const answered = new Promise<FlushAnswer>((resolve) => {
      this.#settle = resolve;
    });
    for (const handle of [this.process, this.#input, this.#output]) handle.ref();
    for (const piece of pieces) {
      this.#input.write(encodePieceHeader(piece));
      this.#input.write(piece);
    }
    this.#input.write(encodeEndOfBatch());
    const answer = await answered;
    // A process that has nothing else to do may end.
    this.#unref();
    return answer;
  }

  async end(timeoutMs: number): Promise<void> {
    if (this.#end !== undefined) return;
    this.process.ref();
    const gone = new Promise<void>((resolve) => this.process.once('exit', () => resolve()));
    this.#input.destroy();
    const timer = setTimeout(() => this.process.kill('SIGKILL'), timeoutMs);
    await gone;
    clearTimeout(timer);
  }

  #hear(text: string): void {
    this.#text += text;
    if (!this.#text.endsWith('\n')) return;
    const answer = JSON.parse(this.#text) as FlushAnswer;
    this.#text = '';
    this.#settle(answer);
  }

  #finish(answer: FlushAnswer): void {
    this.#end ??= answer;
    this.#settle(this.#end);
  }

  #unref(): void {
    for (const handle of [this.process, this.#input, this.#output]) handle.unref();
  }
}
