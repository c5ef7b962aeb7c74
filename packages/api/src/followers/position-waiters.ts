import { ApiError } from '../api-error.ts';

const WAIT_MS = 3_000;

interface Waiter {
  readonly height: number;
  readonly resolve: () => void;
}

/** Callers that wait until the read model has reached a height. */
export class PositionWaiters {
  readonly #waiting = new Set<Waiter>();
  #height = -1;

  get height(): number {
    return this.#height;
  }

  advance(height: number): void {
    this.#height = height;
    for (const waiter of this.#waiting) if (waiter.height <= height) waiter.resolve();
  }

  /** The rows were dropped; whoever waits goes on waiting. */
  rewind(): void {
    this.#height = -1;
  }

  /** Bounded: after three seconds the caller hears `read-model-behind` and may ask again. */
  async reach(height: number): Promise<void> {
    if (height <= this.#height) return;
    let timer: NodeJS.Timeout | undefined;
    const waiter = Promise.withResolvers<void>();
    const entry: Waiter = { height, resolve: waiter.resolve };
    this.#waiting.add(entry);
    try {
      timer = setTimeout(() => waiter.reject(new ApiError('read-model-behind', { reached: this.#height })), WAIT_MS);
      await waiter.promise;
    } finally {
      clearTimeout(timer);
      this.#waiting.delete(entry);
    }
  }
}
