import { Type } from 'typebox';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema, licenceNumberSchema, limitSchema, millisecondsSchema } from '../../schemas.ts';
import { getDesk } from '../../session/desk-of.ts';

/** For an individual business nothing is published (市场主体登记管理条例 33): only its organ's officers read this list. */
export const listClosingsRoute = defineRoute({
  method: 'GET',
  path: '/api/closings',
  audit: recorded('read', 'licences.closings'),
  schema: {
    summary: 'Closings by the short procedure that run at the officer’s own organ',
    tags: ['licences'],
    querystring: Type.Object(
      { offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })), limit: limitSchema },
      { additionalProperties: false },
    ),
    session: 'required',
    response: {
      200: Type.Object({
        closings: Type.Array(
          Type.Object({
            number: licenceNumberSchema,
            tradeName: Type.String(),
            region: Type.String(),
            status: Type.String(),
            dueAt: millisecondsSchema,
            ripe: Type.Boolean({ description: 'The days are over, and a person must close.' }),
          }),
        ),
        total: Type.Integer({ minimum: 0 }),
        height: heightSchema,
      }),
    },
  },
  handler: async (context, request, reply) => {
    reply.header('cache-control', 'no-store');
    const { organ, places } = await getDesk(context, request, {});
    const { offset = 0, limit = 50 } = request.query;
    const regions = places?.map(({ region }) => region);
    const page = await context.readModel.query('listClosings', { organ, regions, offset, limit });
    return {
      closings: page.licences.map((row) => ({
        number: row.number,
        tradeName: row.trade_name,
        region: row.region,
        status: row.status,
        dueAt: row.closing_due_at ?? 0,
        ripe: row.closing_ripe === 1,
      })),
      total: page.total,
      height: context.readModel.height,
    };
  },
});
