import { isIP } from 'node:net';
import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';

/** Who we are to an authenticator. */
export interface RelyingParty {
  /** A domain: passkeys are made for it and shown to nobody else. */
  readonly rpId: string;
  /** Where the page must have come from. */
  readonly origin: string;
}

/**
 * By the origin of the asking page, which `checkOrigin` has found to be our own. Browsers make no passkeys for an address
 * in figures: there is none to be had then, and `passkey-unavailable` says so.
 */
export const relyingPartyOf = ({ options }: ApiContext, { headers }: Pick<FastifyRequest, 'headers'>): RelyingParty => {
  const { origin } = headers;
  if (origin === undefined) throw new ApiError('origin-refused');
  const { hostname } = new URL(origin);
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) throw new ApiError('passkey-unavailable');
  return { rpId: options.passkeys?.rpId ?? hostname, origin };
};
