import type { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ProviderOptions } from '../sign-in/provider-options.ts';
import { newPair } from './forge-jwt.ts';

export const CLIENT_ID = 'minglu';
export const KEY_ID = 'provider-1';

/** An OpenID provider whose every answer a test writes, with its true key at hand: only so can a token be almost right. */
export interface OwnProvider {
  readonly issuer: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly options: ProviderOptions;
  /** What its token endpoint says next. */
  answer: { readonly status?: number; readonly body: object };
  close(): Promise<void>;
}

export const startOwnProvider = async (id: string): Promise<OwnProvider> => {
  const { privateKey, publicKey } = newPair();
  const client = newPair();
  const server = createServer((request, response) => {
    const said = answers[request.url ?? '']?.() ?? { status: 404, body: {} };
    response.writeHead(said.status ?? 200, { 'content-type': 'application/json' }).end(JSON.stringify(said.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider: OwnProvider = {
    ...{ issuer, privateKey, publicKey },
    answer: { body: {} },
    options: {
      ...{ id, name: id, english: id, issuer, clientId: CLIENT_ID, organisations: ['market-bureau'] },
      clientKey: { ...client.privateKey.export({ format: 'jwk' }) },
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const answers: Readonly<Record<string, () => { readonly status?: number; readonly body: object }>> = {
    '/.well-known/openid-configuration': () => ({ body: metadataOf(issuer) }),
    '/jwks': () => ({
      body: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'ES256', use: 'sig' }] },
    }),
    '/token': () => provider.answer,
  };
  return provider;
};

const metadataOf = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
  token_endpoint_auth_methods_supported: ['private_key_jwt'],
  token_endpoint_auth_signing_alg_values_supported: ['ES256'],
  authorization_response_iss_parameter_supported: true,
  code_challenge_methods_supported: ['S256'],
});
