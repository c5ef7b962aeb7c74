import { base64urlEncode } from '@minglu/protocol';

const LIFETIME_MS = 15 * 60_000;
const LIMIT = 10_000;

interface Shown {
  readonly person: string;
  /** Thumbprint of the key that the person means to act with. */
  readonly agent: string;
  readonly level: number;
  readonly expiresAt: number;
}

/**
 * Tickets of people who mean to act for somebody: each says to this department alone who made which key. It goes from the
 * agent's screen to the holder's with the key's code, names nobody, and is good once. In memory only.
 */
export class RelationBook {
  readonly #tickets = new Map<string, Shown>();

  write(shown: Omit<Shown, 'expiresAt'>, nowMs: number, randomBytes: (length: number) => Uint8Array) {
    const ticket = base64urlEncode(randomBytes(32));
    const expiresAt = nowMs + LIFETIME_MS;
    this.#tickets.set(ticket, { ...shown, expiresAt });
    const oldest = this.#tickets.keys().next().value;
    if (this.#tickets.size > LIMIT && oldest !== undefined) this.#tickets.delete(oldest);
    return { ticket, expiresAt };
  }

  find(ticket: string, nowMs: number): Shown | undefined {
    const shown = this.#tickets.get(ticket);
    return shown === undefined || shown.expiresAt <= nowMs ? undefined : shown;
  }

  use(ticket: string): void {
    this.#tickets.delete(ticket);
  }
}
