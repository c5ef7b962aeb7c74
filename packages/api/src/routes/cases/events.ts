import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { factsSchema, heightSchema, logIndexSchema, millisecondsSchema, transactionIdSchema } from '../../schemas.ts';

export const listCaseEventsRoute = defineRoute({
  method: 'GET',
  path: '/api/cases/:id/events',
  schema: {
    summary: 'What happened to a case, in order, with the log entry of each event',
    tags: ['cases'],
    params: Type.Object({ id: transactionIdSchema }, { additionalProperties: false }),
    querystring: Type.Object(
      { fromHeight: Type.Optional(Type.Integer({ minimum: 0 })) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        events: Type.Array(
          Type.Object({
            name: Type.String(),
            facts: factsSchema,
            time: millisecondsSchema,
            height: heightSchema,
            index: logIndexSchema,
          }),
        ),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request) => {
    const { id } = request.params;
    if (readRecord(context.node, `case/${id}`) === undefined) throw new ApiError('case-not-found');
    const rows = await context.readModel.query('listCaseEvents', { caseId: id }, request.query.fromHeight);
    return {
      events: rows.flatMap(({ events, time, height, entry }) =>
        (JSON.parse(events) as [string, Record<string, unknown>][]).map(([name, facts]) => ({
          name,
          facts,
          time,
          height,
          index: entry,
        })),
      ),
      height: context.readModel.height,
    };
  },
});
