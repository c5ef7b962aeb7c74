import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema } from '../../schemas.ts';

export const listCounts = defineRoute({
  method: 'GET',
  path: '/api/counts',
  audit: unrecorded('public'),
  schema: {
    summary: 'Cases and licences by region and month',
    tags: ['registry'],
    querystring: Type.Object(
      { service: Type.Optional(Type.String({ maxLength: 80 })) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        counts: Type.Array(
          Type.Object({
            region: Type.String(),
            month: Type.String(),
            service: Type.String(),
            submitted: Type.Integer(),
            granted: Type.Integer(),
            issued: Type.Integer(),
          }),
        ),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request) => ({
    counts: await context.readModel.query('countByRegion', request.query),
    height: context.readModel.height,
  }),
});
