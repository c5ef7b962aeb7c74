import type { Assurance } from '@minglu/ledger';

/** A key that answered a challenge. Rights are decided on every request from the chain's state. */
export interface SessionKey {
  /** Thumbprint. */
  readonly kid: string;
  /** A key made for one case, which stands in no register. */
  readonly caseKey: boolean;
  /** Of a registered key. */
  readonly organisation?: string;
}

/** How somebody signed in first: with a key alone, by a provider, a passkey, a certificate, or as a system. */
export type SessionMethod = 'key' | 'oidc' | 'passkey' | 'certificate' | 'client';

/** One sign-in, as it stands at this moment. Times are milliseconds UTC. */
export interface Session {
  /** Names it in the list of one's own; opens nothing, and stays when the token changes. */
  readonly id: string;
  readonly createdAt: number;
  readonly lastSeenAt: number;
  /** The end, however busy. */
  readonly expiresAt: number;
  /** The end, if nothing more is asked. */
  readonly idleUntil: number;
  readonly method: SessionMethod;
  readonly assurance: Assurance;
  /** Keyed hash of provider and subject, 43 characters: never a name. */
  readonly account?: string;
  /** Case keys and at most one registered key. */
  readonly keys: readonly SessionKey[];
  /** When who it is was proved once more, before something grave. */
  readonly stepUpAt?: number;
  /** Browser and system in coarse words, `program` for what is neither. */
  readonly device: string;
  /** Certificate that a client's token is bound to (RFC 8705): opens nothing over a connection without it. */
  readonly boundTo?: string;
}
