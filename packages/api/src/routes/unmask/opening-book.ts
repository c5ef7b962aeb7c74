/** Leave to open envelopes of a case, or to see their masks: who may, which, and what for. */
export interface Opening {
  /** Thumbprint of the officer's key. */
  readonly kid: string;
  readonly organ: string;
  readonly case: string;
  /** Names of the envelopes. */
  readonly fields: readonly string[];
  readonly purpose: string;
}

interface Held extends Opening {
  readonly until: number;
}

const LIFETIME_MS = 60_000;
const LIMIT = 10_000;

/** What was asked for and written down, until the organ's process has asked about it: once, within a minute. In memory. */
export class OpeningBook {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #held = new Map<string, Held>();

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  hold(opening: Opening, nowMs: number): { readonly opening: string; readonly expiresAt: number } {
    for (const [id, { until }] of this.#held) {
      if (until > nowMs && this.#held.size < LIMIT) break;
      this.#held.delete(id);
    }
    const id = Buffer.from(this.#random(16)).toString('base64url');
    const expiresAt = nowMs + LIFETIME_MS;
    this.#held.set(id, { ...opening, until: expiresAt });
    return { opening: id, expiresAt };
  }

  /** To the organ it is for, and no second time; another organ's question leaves it there. */
  take(id: string, organ: string, nowMs: number): Opening | undefined {
    const held = this.#held.get(id);
    if (held === undefined || held.organ !== organ) return undefined;
    this.#held.delete(id);
    const { until, ...opening } = held;
    return until > nowMs ? opening : undefined;
  }
}
