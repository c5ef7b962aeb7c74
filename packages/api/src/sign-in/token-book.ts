/** What a provider gave us for one session. It never leaves this process. */
export interface HeldTokens {
  readonly provider: string;
  readonly refreshToken: string | undefined;
  /** The provider's own name of the sign-in, for its word that it is over. */
  readonly sid: string | undefined;
  /** The organisation that knows the person, as the provider says. */
  readonly organisation: string | undefined;
}

/** As many as there are sessions; what belongs to one that is over goes with the oldest. */
const MAX_HELD = 100_000;

/** Tokens by session, in memory only. */
export class TokenBook {
  readonly #held = new Map<string, HeldTokens>();
  readonly #turns = new Map<string, Promise<unknown>>();

  hold(session: string, tokens: HeldTokens): void {
    this.#held.delete(session);
    this.#held.set(session, tokens);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && oldest !== undefined) this.#held.delete(oldest);
  }

  find(session: string): HeldTokens | undefined {
    return this.#held.get(session);
  }

  forget(session: string): void {
    this.#held.delete(session);
  }

  /** A refresh token is used once: two uses at once would look like a thief's to the provider. */
  inTurn<T>(session: string, work: () => Promise<T>): Promise<T> {
    const next = (this.#turns.get(session) ?? Promise.resolve()).then(work, work);
    const settled = next.catch(() => undefined);
    this.#turns.set(session, settled);
    void settled.then(() => {
      if (this.#turns.get(session) === settled) this.#turns.delete(session);
    });
    return next;
  }

  sessionsOf(fits: (tokens: HeldTokens) => boolean): readonly string[] {
    return [...this.#held].flatMap(([session, tokens]) => (fits(tokens) ? [session] : []));
  }
}
