import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { listCheckpoints } from '../../queries/list-checkpoints.ts';
import { defineRoute } from '../../route.ts';
import { limitSchema, millisecondsSchema } from '../../schemas.ts';

export const listCheckpointsRoute = defineRoute({
  method: 'GET',
  path: '/api/checkpoints',
  audit: unrecorded('public'),
  schema: {
    summary: 'History of checkpoints with their witnesses, newest first',
    tags: ['evidence'],
    querystring: Type.Object(
      {
        before: Type.Optional(
          Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER, description: '`next` of the page before.' }),
        ),
        limit: limitSchema,
      },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        checkpoints: Type.Array(
          Type.Object({
            size: Type.Integer(),
            root: Type.String(),
            checkpoint: Type.String({ description: 'The signed note, to be checked by the reader.' }),
            witnesses: Type.Array(Type.Object({ name: Type.String(), time: millisecondsSchema })),
          }),
        ),
        next: Type.Optional(Type.Integer()),
      }),
    },
  },
  handler: async (context, request) => {
    const { before, limit = 20 } = request.query;
    return listCheckpoints(context.node, before, limit);
  },
});
