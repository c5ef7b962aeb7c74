import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteSeen } from '../../audit/request-trail.ts';
import type { AccessEventRow } from '../../database/schema.ts';
import { may } from '../../session/may.ts';
import { officerAt } from './officer-at.ts';

const LIMIT = 100;

export const deskQuerySchema = Type.Object(
  {
    desk: Type.Union([Type.Literal('mine'), Type.Literal('organ')]),
    fromHeight: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);

interface DeskQuestion {
  readonly desk: 'mine' | 'organ';
  readonly fromHeight?: number;
  /** What the ledger calls such an event. */
  readonly event: string;
  /** The deed that answers it: only who may do it at the organisation sees the organisation's. */
  readonly deed: string;
}

/** At most 100 events, newest first: one's own, or those one's organisation answers. Throws `access-denied`. */
export const listDesk = async (
  context: ApiContext,
  request: FastifyRequest,
  { desk, fromHeight, event, deed }: DeskQuestion,
): Promise<readonly AccessEventRow[]> => {
  const { session, kid, organ } = officerAt(context, request, deed);
  if (desk === 'organ') {
    if (!may(context, session, deed, { org: organ })) throw new ApiError('access-denied', { deed, org: organ });
    noteSeen(request);
  }
  const of = desk === 'organ' ? { organ } : { kid };
  return context.readModel.query('listAccessEvents', { names: [event], ...of, limit: LIMIT }, fromHeight);
};
