import type { AccessRequestRecord } from '@minglu/ledger';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { ApiError } from '../../api-error.ts';
import { noteSeen } from '../../audit/request-trail.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, keyIdSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { may } from '../../session/may.ts';
import { officerAt } from './officer-at.ts';

const LIMIT = 100;
const DEED = 'access.approve';

const requestSchema = Type.Object({
  id: transactionIdSchema,
  kid: keyIdSchema,
  org: Type.String({ description: 'Organisation of whoever asked.' }),
  organ: Type.String({ description: 'The organisation in charge, which answers.' }),
  deed: Type.String(),
  region: Type.Optional(Type.String()),
  service: Type.Optional(Type.String()),
  reason: Type.String(),
  at: millisecondsSchema,
  until: millisecondsSchema,
  status: Type.String({ description: 'pending, approved, declined or lapsed.' }),
  answeredBy: Type.Optional(keyIdSchema),
  answeredAt: Type.Optional(millisecondsSchema),
  code: Type.Optional(Type.String()),
  given: Type.Optional(millisecondsSchema),
  sealed: Type.Optional(
    Type.String({ description: 'Words of whoever asked, sealed to the organisation that answers.' }),
  ),
});

/** 权限申请: one's own, or those that wait for the head's or administrator's answer at the key's own organisation. */
export const listAccessRequests = defineRoute({
  method: 'GET',
  path: '/api/access/requests',
  audit: recordedWhenSeen('access.requests'),
  schema: {
    summary: 'Requests for rights: one’s own, or those that the own organisation answers',
    tags: ['access'],
    querystring: Type.Object(
      {
        desk: Type.Union([Type.Literal('mine'), Type.Literal('organ')]),
        fromHeight: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      { additionalProperties: false },
    ),
    session: 'required',
    response: { 200: Type.Object({ requests: Type.Array(requestSchema), height: heightSchema }) },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const { desk, fromHeight } = request.query;
    const { session, kid, organ } = officerAt(context, request, DEED);
    if (desk === 'organ') {
      if (!may(context, session, DEED, { org: organ })) throw new ApiError('access-denied', { deed: DEED, org: organ });
      noteSeen(request);
    }
    const of = desk === 'organ' ? { organ } : { kid };
    const asked = { names: ['requested'], ...of, limit: LIMIT };
    const rows = await context.readModel.query('listAccessEvents', asked, fromHeight);
    const requests = await Promise.all(rows.map(({ subject }) => requestOf(context, subject)));
    return { requests: requests.flat(), height: context.readModel.height };
  },
});

const requestOf = async (context: ApiContext, id: string) => {
  const record = readRecord(context.node, `access-request/${id}`) as AccessRequestRecord | undefined;
  if (record === undefined) return [];
  const words = (await context.node.sidecar(id))?.sealed.reason;
  return [{ id, ...record, ...(words === undefined ? {} : { sealed: words }) }];
};
