import type { FastifyRequest } from 'fastify';
import type { ApiContext } from '../api-context.ts';
import { ApiError } from '../api-error.ts';
import { noteAbout } from '../audit/request-trail.ts';
import { keysOfHand } from '../queries/key-hand.ts';
import type { DeskPlace } from '../queries/list-desk-cases.ts';
import { readRecord } from '../queries/read-record.ts';
import { getSession } from './find-session.ts';
import { may } from './may.ts';
import { officerKeyOf } from './officer-key.ts';

export interface DeskOfOrgan {
  /** Thumbprint of the officer's registered key. */
  readonly kid: string;
  /** That key and those it replaced. */
  readonly kids: readonly string[];
  readonly organ: string;
  /** The services and districts whose cases may be seen, where those are not all. */
  readonly places?: readonly DeskPlace[];
}

/** `organ`: another one's desk; the key's own where it is not said. */
export interface DeskAsked {
  readonly organ?: string | undefined;
  readonly fromHeight?: number | undefined;
}

/**
 * Whose cases an officer may see in a list, and which of them: every service and district is asked about for itself, so that
 * a rule about one of them cuts list, counts, lamps and districts alike. An organ that does not exist is refused as any.
 */
export const getDesk = async (
  context: ApiContext,
  request: FastifyRequest,
  { organ: wanted, fromHeight }: DeskAsked,
): Promise<DeskOfOrgan> => {
  const deed = 'cases.queue';
  const session = getSession(context, request);
  const key = officerKeyOf(session);
  const own = key === undefined ? undefined : readRecord(context.node, `key/${key.kid}`)?.org;
  const organ = wanted ?? own;
  if (key === undefined || typeof organ !== 'string') throw new ApiError('access-denied', { deed });
  noteAbout(request, { organ });
  const all = await context.readModel.query('listDeskPlaces', { organ }, fromHeight);
  const places = all.filter((place) => may(context, session, deed, { org: organ, ...place }));
  // Where there is nothing yet, or nothing of what may be seen, the desk as such is asked about.
  if (places.length === 0 && !may(context, session, deed, { org: organ }))
    throw new ApiError('access-denied', { deed, org: organ });
  const kids = keysOfHand(context.node, key.kid);
  return { kid: key.kid, kids, organ, ...(places.length === all.length ? {} : { places }) };
};
