import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { licenceNumberSchema } from '../../schemas.ts';

/** A number nobody holds has a proof too: of absence. */
export const proveLicence = defineRoute({
  method: 'GET',
  path: '/api/licences/:number/proof',
  audit: unrecorded('public'),
  schema: {
    summary: 'Licence proof: a file that verifies without this server',
    tags: ['licences', 'evidence'],
    params: Type.Object({ number: licenceNumberSchema }, { additionalProperties: false }),
    response: { 200: Type.Object({}, { additionalProperties: true, description: 'minglu-licence-proof, v0.' }) },
  },
  handler: async (context, request, reply) => {
    const { number } = request.params;
    const proof = await context.node.licenceProof(number);
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${number}.licence-proof.json"`)
      .send(proof);
  },
});
