import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { noteAbout } from '../audit/request-trail.ts';
import { keysOfHand } from '../queries/key-hand.ts';
import { readRecord } from '../queries/read-record.ts';
import { getSession } from './find-session.ts';
import { may } from './may.ts';
import { officerKeyOf } from './officer-key.ts';

export interface OfficerAtWork {
  /** Thumbprint of the officer's registered key. */
  readonly kid: string;
  /** That key and those it replaced. */
  readonly kids: readonly string[];
  readonly organ: string;
}

/** The organ is the key's own, never a parameter: an officer cannot even ask for the neighbour's desk. */
export const getOfficer = (context: ApiContext, request: FastifyRequest): OfficerAtWork => {
  const session = getSession(context, request);
  const key = officerKeyOf(session);
  const organ = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
  if (typeof organ === 'string') noteAbout(request, { organ });
  if (key === undefined || typeof organ !== 'string' || !may(context, session, 'cases.queue', { org: organ }))
    throw new ApiError('access-denied', { deed: 'cases.queue' });
  return { kid: key.kid, kids: keysOfHand(context.node, key.kid), organ };
};
