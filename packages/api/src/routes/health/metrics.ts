import { createHash, timingSafeEqual } from 'node:crypto';
import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import type { ApiOptions } from '../../api-options.ts';
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
  handler: async (context, request, reply) => {
    checkMetricsReader(context.options.metrics ?? 'open', request.headers.authorization);
    return reply
      .header('content-type', context.registry.contentType)
      .header('cache-control', 'no-store')
      .send(await context.registry.metrics());
  },
});

/** Figures tell a stranger how much is done when, and by how many: an operator may keep them. */
const checkMetricsReader = (metrics: NonNullable<ApiOptions['metrics']>, authorization: string | undefined): void => {
  if (metrics === 'open') return;
  if (metrics === 'off') throw new ApiError('route-not-found');
  const isTheirs = timingSafeEqual(digest(`Bearer ${metrics.token}`), digest(authorization ?? ''));
  if (!isTheirs) throw new ApiError('session-required');
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
