import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

export const readMetrics = defineRoute({
  method: 'GET',
  path: '/metrics',
  audit: unrecorded('public'),
  schema: {
    summary: 'Figures for a monitoring system (OpenMetrics text)',
    tags: ['operation'],
    produces: 'text/plain',
    response: { 200: Type.String() },
  },
  handler: async (context, _request, reply) =>
    reply
      .header('content-type', context.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await context.registry.metrics()),
});
