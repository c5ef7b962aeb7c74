import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { noteSession } from '../audit/note-session.ts';
import { checkClient } from '../clients/check-client.ts';
import { livingKeys } from './living-keys.ts';
import type { Session } from './session.ts';
import { readCookie } from './session-cookie.ts';

/**
 * The session of a request, by bearer token or else by cookie. A bearer token that is not good is refused even where none
 * was needed: its sender believes otherwise. A cookie that ended is as none: a browser sends it without being asked to.
 */
export const findSession = (context: ApiContext, request: FastifyRequest): Session | undefined =>
  sessionBy(context, request, (token) => context.sessions.find(token, context.nowMs()));

/** As `findSession`, without counting as a use of the session. */
export const peekSession = (context: ApiContext, request: FastifyRequest): Session | undefined =>
  sessionBy(context, request, (token) => context.sessions.peek(token, context.nowMs()));

const sessionBy = (
  context: ApiContext,
  request: FastifyRequest,
  find: (token: string) => Session | undefined,
): Session | undefined => {
  const { authorization } = request.headers;
  const token = tokenOf(request);
  const session = token === undefined ? undefined : find(token);
  const living = session === undefined ? undefined : livingKeys(context, session);
  if (living === undefined && authorization !== undefined) throw new ApiError('session-required');
  if (living !== undefined) {
    noteSession(context, request, living);
    checkClient(context, request, living);
  }
  return living;
};

export const getSession = (context: ApiContext, request: FastifyRequest): Session => {
  const session = findSession(context, request);
  if (session === undefined) throw new ApiError('session-required');
  return session;
};

/** What the request brings, good or not. */
export const tokenOf = ({ headers }: FastifyRequest): string | undefined => {
  if (headers.authorization !== undefined) return /^Bearer ([\w-]{43})$/.exec(headers.authorization)?.[1];
  return readCookie(headers.cookie);
};
