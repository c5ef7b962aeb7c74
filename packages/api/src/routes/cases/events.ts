import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { readPlacedEvents } from '../../queries/read-placed-events.ts';
import { readRecord } from '../../queries/read-record.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, placedEventSchema, transactionIdSchema } from '../../schemas.ts';

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
        events: Type.Array(placedEventSchema),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request) => {
    const { id } = request.params;
    if (readRecord(context.node, `case/${id}`) === undefined) throw new ApiError('case-not-found');
    const events = await readPlacedEvents(context, id, request.query.fromHeight);
    return { events, height: context.readModel.height };
  },
});
