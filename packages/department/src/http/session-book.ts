import { base64urlEncode, sha256, utf8Encode } from '@minglu/protocol';
import type { AtCounter } from '../attest/counter-facts.ts';
import { DepartmentError } from '../department-error.ts';

const LIFETIME_MS = 8 * 3_600_000;
/** Of somebody whose document was read at a counter: long enough for one form. */
const COUNTER_LIFETIME_MS = 60 * 60_000;
const SESSION_LIMIT = 10_000;

export interface SessionBookOptions {
  clock(): number;
  randomBytes(length: number): Uint8Array;
}

interface Session {
  readonly person: string;
  readonly counter?: AtCounter;
  /** How surely a provider knew the person; absent where nobody was asked for a proof. */
  readonly level?: 1 | 2 | 3;
  /** SHA-256 of the ticket it was opened with, base64url. */
  readonly ticket?: string;
  readonly expiresAt: number;
}

/** What a provider said of somebody who signs in. */
export interface TicketWord {
  readonly level: 1 | 2 | 3;
  readonly ticket: string;
}

/** Who holds which token. In memory only: a restart signs everybody out. The oldest go first when there are too many. */
export class SessionBook {
  readonly #options: SessionBookOptions;
  readonly #sessions = new Map<string, Session>();

  constructor(options: SessionBookOptions) {
    this.#options = options;
  }

  /** @param counter where an officer read the person's document, and the person signed in nowhere */
  start(person: string, counter?: AtCounter, word?: TicketWord): { token: string; expiresAt: number } {
    const token = base64urlEncode(this.#options.randomBytes(32));
    const expiresAt = this.#endOf(counter);
    this.#sessions.set(token, {
      person,
      expiresAt,
      ...(counter === undefined ? {} : { counter }),
      ...(word === undefined ? {} : { level: word.level, ticket: digestOf(word.ticket) }),
    });
    const oldest = this.#sessions.keys().next().value;
    if (this.#sessions.size > SESSION_LIMIT && oldest !== undefined) this.#sessions.delete(oldest);
    return { token, expiresAt };
  }

  /**
   * As long again from now for a session that has not ended: whoever needs longer than others is not thrown out. One that
   * an officer opened at a counter stays one: or the officer who invents applicants would be in no attestation.
   */
  extend(token: string): { expiresAt: number } {
    const person = this.personOf(token);
    const expiresAt = this.#endOf(this.counterOf(token));
    this.#sessions.set(token, { ...this.#sessions.get(token), person, expiresAt });
    return { expiresAt };
  }

  personOf(token: string): string {
    const session = this.#sessions.get(token);
    if (session === undefined || session.expiresAt <= this.#options.clock()) {
      this.#sessions.delete(token);
      throw new DepartmentError('session-required');
    }
    return session.person;
  }

  /** The level a token's person signed in at, where a provider said one. */
  levelOf(token: string): 1 | 2 | 3 | undefined {
    return this.#sessions.get(token)?.level;
  }

  get hasTickets(): boolean {
    return [...this.#sessions.values()].some(({ ticket }) => ticket !== undefined);
  }

  /** Ends every session that was opened with one of these. */
  endTickets(ended: ReadonlySet<string>): void {
    for (const [token, { ticket }] of this.#sessions)
      if (ticket !== undefined && ended.has(ticket)) this.#sessions.delete(token);
  }

  /** How a token's person came to the counter, if they did. */
  counterOf(token: string): AtCounter | undefined {
    return this.#sessions.get(token)?.counter;
  }

  #endOf(counter: AtCounter | undefined): number {
    return this.#options.clock() + (counter === undefined ? LIFETIME_MS : COUNTER_LIFETIME_MS);
  }
}

function digestOf(ticket: string): string {
  return base64urlEncode(sha256(utf8Encode(ticket)));
}
