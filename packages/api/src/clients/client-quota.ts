import { type ClientOptions, REQUESTS_A_MINUTE } from './client-options.ts';

const MINUTE_MS = 60_000;
const MAX_CLIENTS = 10_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/**
 * How much each client may still ask. A minute's worth at once, and then as fast as it comes back: a client that is too fast
 * is slowed down, and keeps nobody else waiting. In memory; a restart forgives.
 */
export class ClientQuota {
  readonly #options: ClientOptions;
  readonly #buckets = new Map<string, Bucket>();

  constructor(options: ClientOptions = {}) {
    this.#options = options;
  }

  perMinute(hand: string): number {
    return this.#options.quotas?.get(hand) ?? this.#options.perMinute ?? REQUESTS_A_MINUTE;
  }

  /** Takes one; undefined where there was one, else after how many seconds there will be. */
  take(hand: string, nowMs: number): number | undefined {
    const most = this.perMinute(hand);
    const before = this.#buckets.get(hand) ?? { left: most, at: nowMs };
    const left = Math.min(most, before.left + ((nowMs - before.at) * most) / MINUTE_MS);
    this.#buckets.delete(hand);
    this.#buckets.set(hand, { left: left < 1 ? left : left - 1, at: nowMs });
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size > MAX_CLIENTS && oldest !== undefined) this.#buckets.delete(oldest);
    return left < 1 ? Math.max(1, Math.ceil(((1 - left) * MINUTE_MS) / most / 1000)) : undefined;
  }
}
