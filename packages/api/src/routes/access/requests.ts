import type { AccessRequestRecord } from '@minglu/ledger';
import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
import { recordedWhenSeen } from '../../audit/route-audit.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, keyIdSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { deskQuerySchema, listDesk } from './list-desk.ts';

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
    querystring: deskQuerySchema,
    session: 'required',
    response: { 200: Type.Object({ requests: Type.Array(requestSchema), height: heightSchema }) },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const rows = await listDesk(context, request, { ...request.query, event: 'requested', deed: DEED });
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
