import { createHash } from 'node:crypto';
import type { Session, SessionKey, SessionMethod } from './session.ts';
import { withKey } from './with-key.ts';

/** However busy: a sign-in is for a day's work and no longer. */
const LIFETIME_MS = 8 * 3_600_000;
const IDLE_MS = 30 * 60_000;
/** Requests that were under way when the token changed still hold the old one. */
const GRACE_MS = 10_000;
const MAX_SESSIONS = 100_000;

export interface OpenedSession {
  readonly token: string;
  readonly session: Session;
}

/** How somebody signed in. `keys` are those that were proved with it. */
export interface SignIn {
  readonly method: SessionMethod;
  readonly assurance: Session['assurance'];
  readonly account?: string;
  readonly keys?: readonly SessionKey[];
  /** Coarse words for the list of one's own sign-ins; see `deviceOf`. */
  readonly device?: string;
  /** Of a client's token; eight hours when left out. */
  readonly lifetimeMs?: number;
  readonly boundTo?: string;
}

/** The session as an old token knew it: it gains nothing that came after. */
interface Former {
  readonly current: string;
  readonly session: Session;
  readonly until: number;
}

/**
 * Opaque tokens of 256 random bits, in memory only: a restart signs everybody out, and no file ever holds a token. Who
 * gains something (a sign-in, a key, a step up) gets a new one, so that a token somebody planted before is worth nothing.
 */
export class SessionStore {
  readonly #random: (bytes: number) => Uint8Array;
  /** By digest of the token, the one used longest ago first, which is also the order in which they go idle. */
  readonly #sessions = new Map<string, Session>();
  readonly #former = new Map<string, Former>();

  constructor(random: (bytes: number) => Uint8Array) {
    this.#random = random;
  }

  open(signIn: SignIn, nowMs: number): OpenedSession {
    const { method, assurance, account, keys = [], device = 'program', lifetimeMs = LIFETIME_MS, boundTo } = signIn;
    this.#drop(nowMs, MAX_SESSIONS - 1);
    const bare: Session = {
      id: this.#draw(),
      createdAt: nowMs,
      lastSeenAt: nowMs,
      expiresAt: nowMs + lifetimeMs,
      idleUntil: nowMs + Math.min(IDLE_MS, lifetimeMs),
      method,
      assurance,
      ...(account === undefined ? {} : { account }),
      keys: [],
      device,
      ...(boundTo === undefined ? {} : { boundTo }),
    };
    return this.#put(keys.reduce((session, key) => withKey(session, key, nowMs), bare));
  }

  /** The session of a token, which is in use again from now. */
  find(token: string, nowMs: number): Session | undefined {
    const place = digest(token);
    const session = this.#sessions.get(place);
    if (session === undefined) return this.#findFormer(place, nowMs)?.session;
    this.#sessions.delete(place);
    if (isOver(session, nowMs)) return undefined;
    const used = { ...session, lastSeenAt: nowMs, idleUntil: Math.min(nowMs + IDLE_MS, session.expiresAt) };
    this.#sessions.set(place, used);
    return used;
  }

  /** As `find`, and not a use: whoever only looks does not stay signed in by it. */
  peek(token: string, nowMs: number): Session | undefined {
    const place = digest(token);
    const session = this.#sessions.get(place) ?? this.#findFormer(place, nowMs)?.session;
    return session === undefined || isOver(session, nowMs) ? undefined : session;
  }

  /** Adds a key that was proved, under a new token; undefined where the token opens nothing. */
  addKey(token: string, key: SessionKey, nowMs: number): OpenedSession | undefined {
    return this.#change(token, nowMs, (session) => withKey(session, key, nowMs));
  }

  /** Somebody proved once more who they are, or proved it better.
   * @param id of the session: a provider sends the browser back without its cookie */
  stepUp(
    id: string,
    { method, assurance, account }: Pick<SignIn, 'method' | 'assurance' | 'account'>,
    nowMs: number,
  ): OpenedSession | undefined {
    const [place] = [...this.#sessions].find(([, session]) => session.id === id) ?? [];
    return this.#changeAt(place, nowMs, (session) => ({
      ...session,
      ...(account === undefined ? {} : { account }),
      method,
      assurance,
      stepUpAt: nowMs,
    }));
  }

  /** Those that are open and fit, the newest first. */
  list(fits: (session: Session) => boolean, nowMs: number): readonly Session[] {
    return [...this.#sessions.values()]
      .filter((session) => !isOver(session, nowMs) && fits(session))
      .sort((a, b) => b.createdAt - a.createdAt);
  }

  /** Ends those that fit, at once and on every door, and says how many there were. */
  end(fits: (session: Session) => boolean): number {
    let ended = 0;
    for (const [place, session] of this.#sessions) {
      if (!fits(session)) continue;
      this.#sessions.delete(place);
      ended += 1;
    }
    return ended;
  }

  /** How many are open, for metrics; forgets those that are over. */
  countOpen(nowMs: number): number {
    this.#drop(nowMs, MAX_SESSIONS);
    return this.#sessions.size;
  }

  #put(session: Session): OpenedSession {
    const token = this.#draw();
    this.#sessions.set(digest(token), session);
    return { token, session };
  }

  #change(token: string, nowMs: number, change: (session: Session) => Session): OpenedSession | undefined {
    const given = digest(token);
    const place = this.#sessions.has(given) ? given : (this.#findFormer(given, nowMs)?.current ?? given);
    return this.#changeAt(place, nowMs, change);
  }

  #changeAt(
    place: string | undefined,
    nowMs: number,
    change: (session: Session) => Session,
  ): OpenedSession | undefined {
    const session = place === undefined ? undefined : this.#sessions.get(place);
    if (place === undefined || session === undefined || isOver(session, nowMs)) return undefined;
    this.#sessions.delete(place);
    const opened = this.#put({ ...change(session), lastSeenAt: nowMs });
    const current = digest(opened.token);
    const until = nowMs + GRACE_MS;
    for (const [old, former] of this.#former) {
      if (former.until <= nowMs) this.#former.delete(old);
      else if (former.current === place) this.#former.set(old, { ...former, current });
    }
    this.#former.set(place, { current, session, until });
    return opened;
  }

  /** Over as soon as the session is that its token became. */
  #findFormer(place: string, nowMs: number): Former | undefined {
    const former = this.#former.get(place);
    if (former === undefined || former.until <= nowMs || !this.#sessions.has(former.current)) return undefined;
    return former;
  }

  #draw(): string {
    return Buffer.from(this.#random(32)).toString('base64url');
  }

  #drop(nowMs: number, most: number): void {
    for (const [place, session] of this.#sessions) {
      if (!isOver(session, nowMs) && this.#sessions.size <= most) return;
      this.#sessions.delete(place);
    }
  }
}

const isOver = ({ expiresAt, idleUntil }: Session, nowMs: number): boolean => expiresAt <= nowMs || idleUntil <= nowMs;

/** Tokens are looked up by digest, so the time a look-up takes says nothing about a token. */
const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
