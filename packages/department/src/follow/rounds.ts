/** Runs one piece of work at a time, again after a pause; a failed round is told and followed by the next. */
export class Rounds {
  readonly #work: () => Promise<void>;
  readonly #pauseMs: number;
  readonly #onError: (error: unknown) => void;
  #running: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /** @param pauseMs between rounds; 0: only `run()` works */
  constructor(work: () => Promise<void>, pauseMs: number, onError: (error: unknown) => void) {
    this.#work = work;
    this.#pauseMs = pauseMs;
    this.#onError = onError;
  }

  run(): Promise<void> {
    this.#running = this.#running.then(this.#work).catch(this.#onError);
    return this.#running;
  }

  start(): void {
    if (this.#pauseMs === 0 || this.#stopped) return;
    void this.run().then(() => {
      if (!this.#stopped) this.#timer = setTimeout(() => this.start(), this.#pauseMs);
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }
}
