import type { Resource } from '@minglu/ledger';
import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { getSession } from '../session/find-session.ts';
import { may } from '../session/may.ts';
import type { Session } from '../session/session.ts';

/** The session of somebody whom the chain lets do this: an auditor, for most of it. Throws `access-denied`. */
export const getAuditor = (
  context: ApiContext,
  request: FastifyRequest,
  deed: 'audit.read' | 'audit.sample' | 'audit.findings' | 'audit.confirm-hold',
  resource: Resource = {},
): Session => {
  const session = getSession(context, request);
  if (!may(context, session, deed, resource)) throw new ApiError('access-denied', { deed });
  return session;
};
