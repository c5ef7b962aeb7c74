import type { Clock } from '@minglu/node';

interface Timer {
  readonly atMs: number;
  readonly run: () => void;
}

/**
 * A clock that the player moves. The node has one timer at a time, and sets it again only when it has nothing left to do:
 * so `settled` is exact, and where blocks begin and end does not depend on how fast the machine is.
 */
export class YearClock implements Clock {
  #nowMs: number;
  #timer: Timer | undefined;
  #wake: (() => void) | undefined;

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  readonly nowMs = (): number => this.#nowMs;

  readonly setTimer = (run: () => void, delayMs: number): (() => void) => {
    const timer = { atMs: this.#nowMs + delayMs, run };
    this.#timer = timer;
    this.#wake?.();
    return () => {
      if (this.#timer === timer) this.#timer = undefined;
    };
  };

  /** From here on the node is at work, until it sets its timer again. */
  stir(): void {
    this.#timer = undefined;
  }

  async settled(): Promise<void> {
    while (this.#timer === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Lets everything happen that falls due up to `untilMs`, each at its instant. */
  async moveTo(untilMs: number): Promise<void> {
    await this.settled();
    for (let next = this.#timer; next !== undefined && next.atMs <= untilMs; next = this.#timer) {
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      this.stir();
      next.run();
      await this.settled();
    }
    this.#nowMs = Math.max(this.#nowMs, untilMs);
  }
}
