import { createHash } from 'node:crypto';
import type { Assurance } from '@minglu/ledger';

const LIFETIME_MS = 10 * 60_000;
const MAX_BEGUN = 20_000;

/** In the place of a provider: somebody shows a certificate. No provider's short name has such a sign. */
export const CERTIFICATE = '+certificate';

/** A sign-in that was begun in one browser and has not come back from its provider. */
export interface BegunSignIn {
  readonly provider: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Where the provider sends the browser back to; of a certificate, the origin of the page. */
  readonly redirectUri: string;
  readonly level: Assurance;
  /** Page of ours to go to afterwards. */
  readonly returnTo: string;
  /** Session that is to be raised instead of a new one opened. */
  readonly raise?: string;
  /** Session of whoever was here before; it ends when the new one opens. */
  readonly replaces?: string;
  /** Milliseconds, by the machine's clock, as the provider's `auth_time` is. */
  readonly begunAt: number;
}

/** Begun sign-ins by a secret in the browser's own cookie: a code that was fetched elsewhere is worth nothing here. Each is taken once. */
export class SignInBook {
  readonly #begun = new Map<string, BegunSignIn & { readonly until: number }>();

  put(secret: string, begun: BegunSignIn, nowMs: number): void {
    for (const [key, { until }] of this.#begun) {
      if (until > nowMs && this.#begun.size < MAX_BEGUN) break;
      this.#begun.delete(key);
    }
    this.#begun.set(digest(secret), { ...begun, until: nowMs + LIFETIME_MS });
  }

  take(secret: string, nowMs: number): BegunSignIn | undefined {
    const key = digest(secret);
    const begun = this.#begun.get(key);
    this.#begun.delete(key);
    return begun === undefined || begun.until <= nowMs ? undefined : begun;
  }
}

const digest = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
