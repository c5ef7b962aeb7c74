import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { proveConsistency } from '../../queries/prove-consistency.ts';
import { defineRoute } from '../../route.ts';

export const proveConsistencyRoute = defineRoute({
  method: 'GET',
  path: '/api/consistency',
  audit: unrecorded('public'),
  schema: {
    summary: 'RFC 6962 consistency proof between two sizes of the log',
    tags: ['evidence'],
    querystring: Type.Object(
      { from: Type.Integer({ minimum: 0 }), to: Type.Integer({ minimum: 0 }) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        from: Type.Integer(),
        to: Type.Integer(),
        proof: Type.Array(Type.String({ description: 'base64 hash, as in tlog-witness' })),
      }),
    },
  },
  handler: async (context, request) => {
    const { from, to } = request.query;
    return { from, to, proof: await proveConsistency(context.node, from, to) };
  },
});
