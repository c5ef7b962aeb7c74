/** Names that count once, each remembered for as long as what bears it could be shown again. */
export class UsedOnce {
  readonly #windowMs: number;
  readonly #used = new Map<string, number>();

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  /** False for one that was used before. */
  use(name: string, nowMs: number): boolean {
    for (const [old, until] of this.#used) {
      if (until > nowMs) break;
      this.#used.delete(old);
    }
    if (this.#used.has(name)) return false;
    this.#used.set(name, nowMs + this.#windowMs);
    return true;
  }
}
