import { generateKeyPairSync } from 'node:crypto';
import type { ProviderOptions } from '@minglu/api';
import type { IdentityClient } from '@minglu/identity';
import { COUNTERS } from '../seed/organisations.ts';

/** The platform as a client of a provider: two halves of one key, in the two forms the two sides take. */
export interface ClientKeys {
  readonly privateJwk: Readonly<Record<string, unknown>>;
  readonly publicJwk: Readonly<Record<string, unknown>>;
}

const CLIENT = 'minglu';

export function newClientKeys(): ClientKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    privateJwk: { ...privateKey.export({ format: 'jwk' }) },
    publicJwk: { ...publicKey.export({ format: 'jwk' }) },
  };
}

/** What the provider is told of the platform. `origins`: the portal's, each of them a way people type it. */
export function clientAt(origins: readonly string[], keys: ClientKeys, provider = 'unified'): IdentityClient {
  return {
    id: CLIENT,
    name: '明录',
    redirectUris: origins.map((origin) => `${origin}/api/sign-in/callback/${provider}`),
    logoutUri: `${origins[0]}/api/sign-in/logout/${provider}`,
    key: keys.publicJwk,
  };
}

/** What the platform is told of the provider. */
export function providerAt(issuer: string, keys: ClientKeys, id = 'unified'): ProviderOptions {
  return {
    id,
    name: '统一身份认证（演示）',
    english: 'Unified identity (demonstration)',
    issuer,
    clientId: CLIENT,
    clientKey: keys.privateJwk,
    organisations: COUNTERS.map((department) => department.id),
  };
}
