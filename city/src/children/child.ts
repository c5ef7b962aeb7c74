import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { CityError } from '../city-error.ts';
import { type HealthLine, parseHealthLine } from './process-health.ts';

export type ChildState = 'starting' | 'running' | 'restarting' | 'stopped';

export interface ChildOptions {
  readonly name: string;
  /** The program and its arguments; it says `{ready:…}` over IPC once it serves, and ends when IPC is cut. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** Where what it writes to its standard error goes, at its end. */
  readonly logFile: string;
  readonly readyTimeoutMs: number;
  /** Told about every change, for people: a dead child is shown, not hidden by its restart. `end`: of what it died. */
  onChange(state: ChildState, detail: string, end?: string): void;
  /** What it says when it serves, and each time it says it again. */
  onReady?(facts: Readonly<Record<string, string>>): void;
  /** What it says of its own work. */
  onHealth?(line: HealthLine): void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;
const STOP_TIMEOUT_MS = 3_000;

/** One process of the city: started, restarted with growing pauses when it dies, stopped for good when asked. */
export class Child {
  readonly #options: ChildOptions;
  #process: ChildProcess | undefined;
  #state: ChildState = 'stopped';
  #pauseMs = FIRST_PAUSE_MS;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(options: ChildOptions) {
    this.#options = options;
  }

  get name(): string {
    return this.#options.name;
  }

  get state(): ChildState {
    return this.#state;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** What the child says of itself when it serves. A first start that fails is an error, not a loop. */
  start(): Promise<Record<string, string>> {
    return new Promise((resolve, reject) => {
      const { name, readyTimeoutMs } = this.#options;
      const timer = setTimeout(() => reject(new CityError('child-silent', { child: name })), readyTimeoutMs);
      const settle = (ready: Record<string, string> | undefined) => {
        clearTimeout(timer);
        if (ready === undefined) reject(new CityError('child-refused', { child: name }));
        else resolve(ready);
      };
      this.#spawn(settle);
    });
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) {
      // One that was to be started again in a moment is not: nobody waits for it, and nothing more comes of it.
      if (this.#state !== 'stopped') this.#change('stopped', '');
      return;
    }
    await new Promise<void>((resolve) => {
      const force = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      child.once('exit', () => {
        clearTimeout(force);
        resolve();
      });
      child.kill('SIGTERM');
    });
  }

  #spawn(settle: (ready: Record<string, string> | undefined) => void): void {
    const { program, args, env, logFile } = this.#options;
    const log = openSync(logFile, 'a', 0o600);
    const child = fork(program, [...args], {
      env,
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', log, 'ipc'],
    });
    closeSync(log);
    this.#process = child;
    this.#change('starting', '');
    child.on('message', (message) => {
      const { ready, health } = message as { ready?: Record<string, string>; health?: unknown };
      const line = parseHealthLine(health);
      if (line !== undefined) this.#options.onHealth?.(line);
      if (ready === undefined) return;
      this.#options.onReady?.(ready);
      this.#pauseMs = FIRST_PAUSE_MS;
      if (this.#state !== 'running') this.#change('running', '');
      settle(ready);
    });
    child.once('error', () => undefined);
    child.once('exit', (code, signal) => {
      const served = this.#state === 'running';
      if (this.#stopping) this.#change('stopped', '');
      else if (served || this.#pauseMs > FIRST_PAUSE_MS) this.#restart(`${signal ?? code}`);
      else settle(undefined);
    });
  }

  #restart(why: string): void {
    const pauseMs = this.#pauseMs;
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    this.#change('restarting', `${why}, ${pauseMs} ms`, why);
    this.#timer = setTimeout(() => this.#spawn(() => undefined), pauseMs);
  }

  #change(state: ChildState, detail: string, end?: string): void {
    this.#state = state;
    this.#options.onChange(state, detail, end);
  }
}
