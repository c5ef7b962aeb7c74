import { PLATFORM } from '@minglu/ledger';
import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { getSession } from '../../session/find-session.ts';
import { isFresh } from '../../session/is-fresh.ts';
import { may } from '../../session/may.ts';

/** Whoever names keys at the platform lets accounts in and out, never their own. */
export const checkAdministrator = (context: ApiContext, request: FastifyRequest, id: string): void => {
  noteAbout(request, { object: `account/${id}` });
  const session = getSession(context, request);
  const deed = 'keys.register';
  if (!may(context, session, deed, { org: PLATFORM })) throw new ApiError('access-denied', { deed });
  // A screen that was left open locks nobody out.
  if (request.headers.origin !== undefined && !isFresh(session, context.nowMs()))
    throw new ApiError('step-up-required', { deed: 'accounts.disable' });
  if (session.account === id) throw new ApiError('own-account');
};
