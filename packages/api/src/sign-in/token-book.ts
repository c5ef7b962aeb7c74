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
  /** Which session's tokens another uses: somebody who came by passkey, and by the provider before. */
  readonly #lent = new Map<string, string>();
  readonly #latest = new Map<string, string>();
  readonly #turns = new Map<string, Promise<unknown>>();

  hold(session: string, tokens: HeldTokens): void {
    const name = this.#nameOf(session);
    this.#held.delete(name);
    this.#held.set(name, tokens);
    const [oldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && oldest !== undefined) this.#held.delete(oldest);
  }

  find(session: string): HeldTokens | undefined {
    return this.#held.get(this.#nameOf(session));
  }

  forget(session: string): void {
    this.#held.delete(this.#nameOf(session));
  }

  /** What the session holds stands for its account from now on, until the provider ends it. */
  holdFor(account: string, session: string): void {
    this.#latest.delete(account);
    this.#latest.set(account, session);
    const [oldest] = this.#latest.keys();
    if (this.#latest.size > MAX_HELD && oldest !== undefined) this.#latest.delete(oldest);
  }

  /** Lets a session that was opened otherwise use what its account holds; nothing where there is none. */
  lend(account: string, session: string): void {
    const name = this.#latest.get(account);
    if (name === undefined || !this.#held.has(name)) return;
    this.#lent.set(session, name);
    const [oldest] = this.#lent.keys();
    if (this.#lent.size > MAX_HELD && oldest !== undefined) this.#lent.delete(oldest);
  }

  forgetAccount(account: string): void {
    const name = this.#latest.get(account);
    if (name !== undefined) this.#held.delete(name);
    this.#latest.delete(account);
  }

  /** A refresh token is used once: two uses at once would look like a thief's to the provider. */
  inTurn<T>(holder: string, work: () => Promise<T>): Promise<T> {
    const session = this.#nameOf(holder);
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

  #nameOf(session: string): string {
    return this.#lent.get(session) ?? session;
  }
}
