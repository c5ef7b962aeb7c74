import { createHash } from 'node:crypto';

/** Who is asking: the key that answered the challenge. Rights are decided on every request from the chain's state. */
export interface SessionHolder {
  readonly kid: string;
  /** A key made for one case, which stands in no register. */
  readonly caseKey: boolean;
}

export interface Session extends SessionHolder {
  readonly expiresAt: number;
}

const LIFETIME_MS = 30 * 60_000;
const MAX_SESSIONS = 100_000;

/** Opaque bearer tokens, in memory only: a restart signs everybody out, and no file ever holds a token. */
export class SessionStore {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #sessions = new Map<string, Session>();

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  open({ kid, caseKey }: SessionHolder, nowMs: number): { token: string; expiresAt: number } {
    this.#drop(nowMs, MAX_SESSIONS - 1);
    const token = Buffer.from(this.#random(32)).toString('base64url');
    const expiresAt = nowMs + LIFETIME_MS;
    this.#sessions.set(digest(token), { kid, caseKey, expiresAt });
    return { token, expiresAt };
  }

  find(token: string, nowMs: number): Session | undefined {
    const session = this.#sessions.get(digest(token));
    return session === undefined || session.expiresAt <= nowMs ? undefined : session;
  }

  /** How many are open, for metrics; forgets those that are over. */
  countOpen(nowMs: number): number {
    this.#drop(nowMs, MAX_SESSIONS);
    return this.#sessions.size;
  }

  /** All lifetimes are equal, so insertion order is expiry order. */
  #drop(nowMs: number, most: number): void {
    for (const [key, session] of this.#sessions) {
      if (session.expiresAt > nowMs && this.#sessions.size <= most) return;
      this.#sessions.delete(key);
    }
  }
}

/** Tokens are looked up by digest, so the time a look-up takes says nothing about a token. */
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
