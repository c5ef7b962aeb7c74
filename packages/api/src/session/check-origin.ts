import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { readCookie } from './session-cookie.ts';

/**
 * What changes something is asked for by our own pages or by a program. A browser always says which page asks; a request
 * that brings the cookie and does not say so comes from no browser of ours. A program brings a bearer token or nothing.
 */
export const checkOrigin = (context: ApiContext, request: FastifyRequest): void => {
  const { origin, authorization, cookie } = request.headers;
  if (origin === undefined) {
    if (authorization === undefined && readCookie(cookie) !== undefined) throw new ApiError('origin-refused');
    return;
  }
  if (!ownOrigins(context, request).includes(origin)) throw new ApiError('origin-refused');
};

/** Where our pages come from; else the address as it was asked. */
export const ownOrigins = (
  { options }: Pick<ApiContext, 'options'>,
  { headers }: Pick<FastifyRequest, 'headers'>,
): readonly string[] => options.origins ?? [`${options.tls === undefined ? 'http' : 'https'}://${headers.host ?? ''}`];
