import type * as Oidc from 'openid-client';
import { ApiError } from '../api-error.ts';
import type { LogoutWord } from './check-logout-token.ts';
import type { ProviderOptions } from './provider-options.ts';
import { type Identity, readIdentity } from './read-identity.ts';
import type { BegunSignIn } from './sign-in-book.ts';

const ALGORITHM = 'ES256';
const TIMEOUT_S = 10;

/** Loaded by the first sign-in: a start does not wait for what it may never need. */
const loadOidc = (): Promise<typeof Oidc> => import('openid-client');

/** Our side of one provider: what is sent to it and what is believed of it. Codes: `provider-unreachable`, `sign-in-refused`. */
export class ProviderClient {
  readonly options: ProviderOptions;
  #found: Promise<Oidc.Configuration> | undefined;

  constructor(options: ProviderOptions) {
    this.options = options;
  }

  /** Where the browser goes to sign in. */
  async addressFor(begun: BegunSignIn): Promise<string> {
    const [config, oidc] = await Promise.all([this.#configuration(), loadOidc()]);
    const levels = ['1', '2', '3'].slice(begun.level - 1);
    const parameters = new URLSearchParams({
      redirect_uri: begun.redirectUri,
      scope: 'openid offline_access',
      code_challenge: await oidc.calculatePKCECodeChallenge(begun.codeVerifier),
      code_challenge_method: 'S256',
      state: begun.state,
      nonce: begun.nonce,
      claims: JSON.stringify({ id_token: { acr: { essential: true, values: levels } } }),
      ...(begun.raise === undefined ? {} : { prompt: 'login', max_age: '0' }),
    });
    for (const organisation of this.options.organisations) parameters.append('resource', resourceOf(organisation));
    return oidc.buildAuthorizationUrl(config, parameters).href;
  }

  /** @param query what the browser brought back, with its question mark */
  async finish(query: string, begun: BegunSignIn): Promise<Identity> {
    const [config, oidc] = await Promise.all([this.#configuration(), loadOidc()]);
    const answer = await refusing(() =>
      oidc.authorizationCodeGrant(
        config,
        new URL(`${begun.redirectUri}${query}`),
        {
          pkceCodeVerifier: begun.codeVerifier,
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          idTokenExpected: true,
          ...(begun.raise === undefined ? {} : { maxAge: Math.ceil((Date.now() - begun.begunAt) / 1000) }),
        },
        // The first resource alone: the token endpoint gives an access token for one.
        { resource: resourceOf(this.options.organisations[0] ?? '') },
      ),
    );
    return readIdentity(answer, begun.level);
  }

  /** A ticket that tells one organisation who this is, and the refresh token that takes the used one's place. */
  async ticket(
    refreshToken: string,
    organisation: string,
  ): Promise<{ readonly ticket: string; readonly refreshToken: string }> {
    const [config, oidc] = await Promise.all([this.#configuration(), loadOidc()]);
    const answer = await refusing(() =>
      oidc.refreshTokenGrant(config, refreshToken, { resource: resourceOf(organisation) }),
    );
    return { ticket: answer.access_token, refreshToken: answer.refresh_token ?? refreshToken };
  }

  /** Reads a provider's word that a sign-in is over. Throws `sign-in-refused`. */
  async readLogout(token: string): Promise<LogoutWord> {
    const { jwks_uri: address = '', issuer } = (await this.#configuration()).serverMetadata();
    const { checkLogoutToken } = await import('./check-logout-token.ts');
    return await checkLogoutToken(token, { address, issuer, clientId: this.options.clientId });
  }

  #configuration(): Promise<Oidc.Configuration> {
    this.#found ??= this.#discover().catch((error: unknown) => {
      this.#found = undefined;
      throw error;
    });
    return this.#found;
  }

  async #discover(): Promise<Oidc.Configuration> {
    const { issuer, clientId, clientKey } = this.options;
    const [oidc, { importJWK }] = await Promise.all([loadOidc(), import('jose')]);
    const key = await importJWK({ ...clientKey }, ALGORITHM);
    const execute = [oidc.enableNonRepudiationChecks, ...(isOwnMachine(issuer) ? [oidc.allowInsecureRequests] : [])];
    const metadata = { id_token_signed_response_alg: ALGORITHM };
    try {
      const config = await oidc.discovery(
        new URL(issuer),
        clientId,
        metadata,
        oidc.PrivateKeyJwt(key as Parameters<typeof Oidc.PrivateKeyJwt>[0]),
        { execute, timeout: TIMEOUT_S },
      );
      if (config.serverMetadata().issuer !== issuer) throw new ApiError('provider-unreachable');
      return config;
    } catch {
      throw new ApiError('provider-unreachable', { provider: this.options.id });
    }
  }
}

const resourceOf = (organisation: string): string => `urn:minglu:organisation:${organisation}`;

/** Without TLS only where nothing leaves the machine. */
const isOwnMachine = (issuer: string): boolean =>
  /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/.test(issuer);

/** Whatever was wrong with what a provider said: a stranger's forgery learns nothing from how. */
const refusing = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { code, name } = error as { code?: unknown; name?: unknown };
    if (name === 'TimeoutError' || name === 'TypeError' || code === 'OAUTH_TIMEOUT')
      throw new ApiError('provider-unreachable');
    throw new ApiError('sign-in-refused');
  }
};
