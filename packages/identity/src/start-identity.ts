import { generateKeyPairSync } from 'node:crypto';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Configuration } from 'oidc-provider';
import { answerPage } from './answer-page.ts';
import type { IdentityAccount } from './identity-account.ts';
import { identityFrame } from './identity-page.ts';

/** A platform that people may sign in to with us. */
export interface IdentityClient {
  readonly id: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly logoutUri: string;
  /** Public key of its private_key_jwt, as JWK. */
  readonly key: Readonly<Record<string, unknown>>;
}

export interface IdentityOptions {
  /** What stands in `iss`; with a port of 0, of the address that was got. */
  readonly issuer?: string;
  readonly host: string;
  readonly port: number;
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly accounts: readonly IdentityAccount[];
  readonly clients: readonly IdentityClient[];
  randomBytes(length: number): Uint8Array;
}

export interface RunningIdentity {
  readonly issuer: string;
  close(): Promise<void>;
}

const RESOURCE = 'urn:minglu:organisation:';
/** A ticket is carried from one window to another and used. */
const TICKET_TTL_S = 60;

/**
 * 统一身份认证（演示）: a real OpenID provider whose people need no proof but to be picked. Everything else (code, PKCE, keys,
 * rotation, logout) is as it would be, so that the platform's side can be tried against it.
 */
export async function startIdentity(options: IdentityOptions): Promise<RunningIdentity> {
  let answer = (_request: IncomingMessage, response: ServerResponse): void => void response.writeHead(503).end();
  const listener = (request: IncomingMessage, response: ServerResponse) => answer(request, response);
  const { tls } = options;
  const server: Server = tls === undefined ? createHttpServer(listener) : createHttpsServer({ ...tls }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const issuer = options.issuer ?? `http://127.0.0.1:${port}`;
  // Loaded here and not with the city, whose start does not wait for it.
  const { default: Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, configurationOf(options));
  provider.proxy = false;
  const serve = provider.callback();
  const page = answerPage(provider, options.accounts);
  answer = (request, response) => {
    if ((request.url ?? '').startsWith('/interaction/')) void page(request, response);
    else void serve(request, response);
  };
  return {
    issuer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configurationOf({ accounts, clients, randomBytes }: IdentityOptions): Configuration {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const draw = () => Buffer.from(randomBytes(32)).toString('base64url');
  return {
    jwks: { keys: [{ ...signingKey(), use: 'sig', alg: 'ES256' }] },
    cookies: { keys: [draw()], names: { session: 'identity', interaction: 'identity-asked', resume: 'identity-back' } },
    clients: clients.map(clientMetadata),
    findAccount: (_ctx, sub) => {
      const account = byId.get(sub);
      if (account === undefined) return undefined;
      return { accountId: sub, claims: () => ({ sub, organisation: account.organisation }) };
    },
    acrValues: ['1', '2', '3'],
    claims: { openid: ['sub', 'organisation'], acr: null, auth_time: null, iss: null, sid: null },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['ES256'], idTokenSigningAlgValues: ['ES256'] },
    pkce: { required: () => true },
    features: featuresOf(),
    // The library calls nothing on this machine by itself; the platforms that it was started for are here.
    fetch: (url, { method, headers, body, signal } = {}) => {
      if (!clients.some(({ logoutUri }) => logoutUri === String(url))) throw new TypeError('no client of ours');
      return fetch(url, {
        method: method ?? 'GET',
        headers: headers ?? {},
        body: body ?? null,
        signal: signal ?? null,
      });
    },
    renderError: (ctx) => {
      ctx.type = 'html';
      ctx.body = identityFrame(
        '登录请求不成立或已过期 the request does not hold or is over',
        '<p>请回到原来的网站重新登录。</p>',
      );
    },
    interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
    // Nobody is asked whether the platform may know who they are: it is what they came for.
    loadExistingGrant: async (ctx) => {
      const { client, session, provider, params } = ctx.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' });
      grant.addOIDCScope('openid offline_access');
      for (const resource of [params?.resource ?? []].flat()) grant.addResourceScope(String(resource), 'identity');
      await grant.save();
      return grant;
    },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    extraTokenClaims: (ctx) => {
      const { RefreshToken, AuthorizationCode } = ctx.oidc.entities;
      return { acr: (RefreshToken ?? AuthorizationCode)?.acr ?? '1' };
    },
    ttl: {
      AccessToken: TICKET_TTL_S,
      AuthorizationCode: 60,
      Grant: 8 * 3_600,
      IdToken: 300,
      Interaction: 600,
      RefreshToken: 8 * 3_600,
      Session: 8 * 3_600,
    },
  };
}

function featuresOf(): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    userinfo: { enabled: false },
    claimsParameter: { enabled: true },
    backchannelLogout: { enabled: true },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        const button = '<button type="submit" form="op.logoutForm" name="logout" value="yes">退出 sign out</button>';
        ctx.body = identityFrame('从统一身份认证（演示）退出？Sign out everywhere?', `${form}${button}`);
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.body = identityFrame('已退出 signed out', '<p>用它登录的网站也都退出了。</p>');
      },
    },
    resourceIndicators: {
      enabled: true,
      useGrantedResource: () => false,
      getResourceServerInfo: (_ctx, resource) => ({
        scope: 'identity',
        audience: resource.startsWith(RESOURCE) ? resource : 'nobody',
        accessTokenFormat: 'jwt',
        accessTokenTTL: TICKET_TTL_S,
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
  };
}

function clientMetadata({ id, name, redirectUris, logoutUri, key }: IdentityClient) {
  return {
    client_id: id,
    client_name: name,
    redirect_uris: [...redirectUris],
    response_types: ['code' as const],
    grant_types: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_method: 'private_key_jwt' as const,
    token_endpoint_auth_signing_alg: 'ES256' as const,
    id_token_signed_response_alg: 'ES256' as const,
    backchannel_logout_uri: logoutUri,
    backchannel_logout_session_required: true,
    jwks: { keys: [{ ...key, use: 'sig', alg: 'ES256' }] },
  };
}

/** New at each start: whoever is signed in at the provider is so for one of its lives. */
function signingKey(): Record<string, unknown> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ format: 'jwk' }) as Record<string, unknown>;
}
