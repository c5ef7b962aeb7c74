import type { Clock } from '@minglu/node';

/** A clock that stands still until a story moves it; timers fire in their order on the way. */
export class TownClock implements Clock {
  #nowMs: number;
  #timers = new Set<{ readonly atMs: number; readonly run: () => void }>();

  constructor(nowMs: number) {
    this.#nowMs = nowMs;
  }

  readonly nowMs = (): number => this.#nowMs;

  readonly setTimer = (run: () => void, delayMs: number): (() => void) => {
    const timer = { atMs: this.#nowMs + delayMs, run };
    this.#timers.add(timer);
    return () => {
      this.#timers.delete(timer);
    };
  };

  /** Moves on by `ms`; whatever a timer starts is let finish (`settle`) before the next one fires. */
  async advance(ms: number, settle: () => Promise<void>): Promise<void> {
    const untilMs = this.#nowMs + ms;
    for (;;) {
      await settle();
      const next = [...this.#timers].filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0];
      if (next === undefined) break;
      this.#timers.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.run();
    }
    this.#nowMs = untilMs;
    await settle();
  }

  /** Sets the clock without firing anything: what a machine's operator, or an attacker, does to it. */
  set(nowMs: number): void {
    this.#nowMs = nowMs;
  }
}
