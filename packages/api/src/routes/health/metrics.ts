import { Type } from 'typebox';
import { defineRoute } from '../../route.ts';

export const readMetrics = defineRoute({
  method: 'GET',
  path: '/metrics',
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
