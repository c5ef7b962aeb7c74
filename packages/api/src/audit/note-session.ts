import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { readRecord } from '../queries/read-record.ts';
import type { SessionHolder } from '../session/session-store.ts';
import { trailOf } from './request-trail.ts';

/** Who is asking, as the trail names them: by key and organisation, never by name. */
export const noteSession = (
  context: ApiContext,
  request: Pick<FastifyRequest, 'raw'>,
  session: SessionHolder,
): void => {
  const org = session.caseKey ? undefined : readRecord(context.node, `key/${session.kid}`)?.org;
  trailOf(request).actor = { kid: session.kid, ...(typeof org === 'string' ? { org } : {}) };
};
