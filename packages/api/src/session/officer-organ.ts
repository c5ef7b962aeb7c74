import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { noteAbout } from '../audit/request-trail.ts';
import { readRecord } from '../queries/read-record.ts';
import { getSession } from './find-session.ts';
import { may } from './may.ts';

export interface OfficerAtWork {
  /** Thumbprint of the officer's registered key. */
  readonly kid: string;
  readonly organ: string;
}

/** The organ is the key's own, never a parameter: an officer cannot even ask for the neighbour's desk. */
export const getOfficer = (context: ApiContext, request: FastifyRequest): OfficerAtWork => {
  const session = getSession(context, request);
  const organ = session.caseKey ? undefined : readRecord(context.node, `key/${session.kid}`)?.org;
  if (typeof organ === 'string') noteAbout(request, { organ });
  if (typeof organ !== 'string' || !may(context, session, 'cases.queue', { org: organ }))
    throw new ApiError('access-denied', { deed: 'cases.queue' });
  return { kid: session.kid, organ };
};
