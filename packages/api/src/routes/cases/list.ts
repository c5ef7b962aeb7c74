import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, limitSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';
import { getSession } from '../../session/find-session.ts';
import { may } from '../../session/may.ts';

/** The organ is the key's own, never a parameter: an officer cannot even ask for the neighbour's queue. */
export const listCases = defineRoute({
  method: 'GET',
  path: '/api/cases',
  schema: {
    summary: 'The queue of the officer’s own organ',
    tags: ['cases'],
    querystring: Type.Object(
      {
        status: Type.Literal('pending'),
        offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
        limit: limitSchema,
        fromHeight: Type.Optional(Type.Integer({ minimum: 0 })),
      },
      { additionalProperties: false },
    ),
    session: 'required',
    response: {
      200: Type.Object({
        cases: Type.Array(
          Type.Object({
            id: transactionIdSchema,
            service: Type.String(),
            tradeName: Type.String(),
            region: Type.String(),
            submittedAt: millisecondsSchema,
            promisedAt: Type.Optional(millisecondsSchema),
            overdue: Type.Boolean(),
          }),
        ),
        total: Type.Integer(),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = getSession(context, request);
    const organ = session.caseKey ? undefined : readRecord(context.node, `key/${session.kid}`)?.org;
    if (typeof organ !== 'string' || !may(context, session, 'cases.queue', { org: organ }))
      throw new ApiError('access-denied', { deed: 'cases.queue' });
    const { offset = 0, limit = 50, fromHeight } = request.query;
    const page = await context.readModel.query('listPendingCases', { organ, offset, limit }, fromHeight);
    return {
      cases: page.cases.map((row) => ({
        id: row.id,
        service: row.service,
        tradeName: row.trade_name,
        region: row.region,
        submittedAt: row.submitted_at,
        ...(row.promised_at === null ? {} : { promisedAt: row.promised_at }),
        overdue: row.overdue === 1,
      })),
      total: page.total,
      height: context.readModel.height,
    };
  },
});
