/** An OpenID provider people may sign in with. Several may be configured; none is ever taken for another. */
export interface ProviderOptions {
  /** Short and ours; part of the redirect address: `^[a-z0-9-]{1,32}$`. */
  readonly id: string;
  readonly name: string;
  readonly english: string;
  /** Exactly as the provider writes it in `iss`. http is taken on this machine's own addresses only. */
  readonly issuer: string;
  readonly clientId: string;
  /** Private key we prove ourselves to its token endpoint with (private_key_jwt, ES256), as JWK. */
  readonly clientKey: Readonly<Record<string, unknown>>;
  /** Organisations that know its people: it writes them tickets that say who somebody is. */
  readonly organisations: readonly string[];
}

export interface SignInOptions {
  readonly providers: readonly ProviderOptions[];
  /** 32 bytes that turn provider and subject into an account; the same at every start, else everybody is somebody new. */
  readonly accountSecret: Uint8Array;
}
