import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { noteSession } from '../audit/note-session.ts';
import type { Session } from './session-store.ts';

/** The session of a request. A token that is not good is refused even where none was needed: its sender believes otherwise. */
export const findSession = (context: ApiContext, request: FastifyRequest): Session | undefined => {
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const token = /^Bearer ([\w-]{43})$/.exec(header)?.[1];
  const session = token === undefined ? undefined : context.sessions.find(token, context.nowMs());
  if (session === undefined) throw new ApiError('session-required');
  noteSession(context, request, session);
  return session;
};

export const getSession = (context: ApiContext, request: FastifyRequest): Session => {
  const session = findSession(context, request);
  if (session === undefined) throw new ApiError('session-required');
  return session;
};
