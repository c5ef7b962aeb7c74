import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

/** Served with the page it proves nothing: pages pin it, and paper and departments carry its fingerprint. */
export const readTrust = defineRoute({
  method: 'GET',
  path: '/trust.json',
  audit: unrecorded('public'),
  schema: {
    summary: 'Signed trust file: log keys, witness keys, policy',
    tags: ['evidence'],
    response: { 200: Type.Object({}, { additionalProperties: true, description: 'minglu-trust, v0.' }) },
  },
  handler: (context, _request, reply) =>
    reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('access-control-allow-origin', '*')
      .send(context.options.trust),
});
