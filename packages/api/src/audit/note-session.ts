import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { readRecord } from '../queries/read-record.ts';
import type { Session } from '../session/session.ts';
import { trailOf } from './request-trail.ts';

/**
 * Who is asking, as the trail names them: by key, organisation and account, never by name. Of several case keys the first
 * stands for them; which of them let somebody in is said by the case.
 */
export const noteSession = (
  context: ApiContext,
  request: Pick<FastifyRequest, 'raw'>,
  { keys, account, assurance }: Pick<Session, 'keys' | 'account' | 'assurance'>,
): void => {
  const key = keys.find(({ caseKey }) => !caseKey) ?? keys[0];
  const org = key === undefined || key.caseKey ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
  const trail = trailOf(request);
  trail.assurance = assurance;
  trail.actor = {
    ...(key === undefined ? {} : { kid: key.kid }),
    ...(account === undefined ? {} : { account }),
    ...(typeof org === 'string' ? { org } : {}),
  };
};
