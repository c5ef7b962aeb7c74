/** Why somebody is kept out: gone, a device lost, used by another, misused, or ordered by law. */
export const disablingReasons = ['left', 'lost', 'stolen', 'misuse', 'order'] as const;
export type DisablingReason = (typeof disablingReasons)[number];

/** What the platform keeps of somebody who signs in: never a name. Times are milliseconds UTC. */
export interface Account {
  /** Keyed hash of provider and subject, 43 characters. */
  readonly id: string;
  /** Who says who it is: a provider's short name, `key`, or `certificate`. */
  readonly provider: string;
  readonly createdAt: number;
  readonly lastSignInAt: number;
  readonly disabledAt?: number;
  /** Why; of one that was disabled before reasons were kept there is none. */
  readonly disabledFor?: DisablingReason;
  /** First of the registered keys whose holder it is; of an account that no provider knows. */
  readonly kid?: string;
}

/** A public key of somebody's own device (WebAuthn). */
export interface Passkey {
  /** Credential id, base64url. */
  readonly id: string;
  readonly account: string;
  /** COSE, as the authenticator gave it. */
  readonly publicKey: Uint8Array;
  /** Signatures the authenticator says it has made; 0 for ever where it does not count. */
  readonly counter: number;
  /** Domain it was made for. */
  readonly rpId: string;
  /** How the browser reaches the authenticator, for its own use. */
  readonly transports: readonly string[];
  /** The owner's own word for it. */
  readonly name: string;
  /** What a sign-in with it is worth: never more than was known of the person when it was registered. */
  readonly assurance: 1 | 3;
  readonly createdAt: number;
  readonly lastUsedAt?: number;
  /** Copied to other devices by its maker (iCloud, Google); a security key is not. */
  readonly isBackedUp: boolean;
}
