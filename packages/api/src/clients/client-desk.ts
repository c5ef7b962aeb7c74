import { generateKeyPairSync } from 'node:crypto';
import { UsedOnce } from '../sign-in/used-once.ts';
import { ASSERTION_LIFETIME_S } from './assertion-lifetime.ts';
import type { ClientOptions } from './client-options.ts';
import { ClientQuota } from './client-quota.ts';

/** What system clients need: who has asked how much, and which assertions were used. */
export class ClientDesk {
  readonly quota: ClientQuota;
  /** `jti` of assertions, for as long as one could be shown again. */
  readonly used = new UsedOnce(2 * ASSERTION_LIFETIME_S * 1000);
  /** Requests that were counted: one that looks for its session twice is one. */
  readonly counted = new WeakSet<object>();
  #decoy: Readonly<Record<string, string>> | undefined;

  constructor(options: ClientOptions | undefined) {
    this.quota = new ClientQuota(options);
  }

  /** Nobody's key: what an unknown client signed is checked against it, so that its refusal takes as long as any other. */
  get decoy(): Readonly<Record<string, string>> {
    this.#decoy ??= generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' }) as Record<
      string,
      string
    >;
    return this.#decoy;
  }
}
