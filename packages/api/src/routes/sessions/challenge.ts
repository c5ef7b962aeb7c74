import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { millisecondsSchema } from '../../schemas.ts';

export const issueChallenge = defineRoute({
  method: 'POST',
  path: '/api/sessions/challenge',
  audit: unrecorded('leaves-only'),
  schema: {
    summary: 'A challenge to sign, good for two minutes',
    tags: ['sessions'],
    response: { 200: Type.Object({ chain: Type.String(), challenge: Type.String(), expiresAt: millisecondsSchema }) },
  },
  handler: (context, _request, reply) => {
    reply.header('cache-control', 'no-store');
    return { chain: context.options.chain, ...context.challenges.issue(context.nowMs()) };
  },
});
