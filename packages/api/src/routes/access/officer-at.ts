import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { readRecord } from '../../queries/read-record.ts';
import { getSession } from '../../session/find-session.ts';
import { officerKeyOf } from '../../session/officer-key.ts';
import type { Session } from '../../session/session.ts';

export interface OfficerAt {
  readonly session: Session;
  readonly kid: string;
  readonly organ: string;
}

/** Whoever asks with a registered key, and the organisation it belongs to. */
export const officerAt = (context: ApiContext, request: FastifyRequest, deed: string): OfficerAt => {
  const session = getSession(context, request);
  const key = officerKeyOf(session);
  const organ = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
  if (key === undefined || typeof organ !== 'string') throw new ApiError('access-denied', { deed });
  noteAbout(request, { organ });
  return { session, kid: key.kid, organ };
};
