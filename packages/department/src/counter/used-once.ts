import { DepartmentError } from '../department-error.ts';

const NONCE = /^[\w-]{22}$/;
/** Longer than a letter is fresh, on either side of our clock. */
const KEPT_MS = 180_000;

/** Letters that were taken: each is good for once. */
export class UsedOnce {
  readonly #used = new Map<string, number>();

  /** Throws `letter-stale`. */
  take(nonce: string, nowMs: number): void {
    for (const [old, usedMs] of this.#used) {
      if (usedMs + KEPT_MS > nowMs) break;
      this.#used.delete(old);
    }
    if (!NONCE.test(nonce) || this.#used.has(nonce)) throw new DepartmentError('letter-stale');
    this.#used.set(nonce, nowMs);
  }
}
