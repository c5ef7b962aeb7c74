import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { sendJsonText } from '../../http/json-answer.ts';
import { defineRoute } from '../../route.ts';
import { heightSchema } from '../../schemas.ts';

/** A value, or proof that there is none, under a state root that a checkpoint covers. Nobody need believe this server. */
export const readState = defineRoute({
  method: 'GET',
  path: '/api/state',
  audit: unrecorded('public'),
  schema: {
    summary: 'A state value or its absence, with the whole proof',
    tags: ['evidence'],
    querystring: Type.Object(
      { key: Type.String({ minLength: 1, maxLength: 256, description: 'State key, for example licence/92….' }) },
      { additionalProperties: false },
    ),
    response: {
      200: Type.Object({
        key: Type.String(),
        value: Type.Union([Type.String(), Type.Null()], { description: 'Strict JSON text, or null for absence.' }),
        state: Type.Object({}, { additionalProperties: true, description: 'State proof: depth, siblings, other.' }),
        height: heightSchema,
        block: Type.String({ description: 'tlog-proof text of the block entry that carries the state root.' }),
      }),
    },
  },
  handler: async (context, request, reply) => {
    const { key } = request.query;
    const read = context.node.read(key);
    const block = await context.blockProofs.getJson(read.height);
    const value = read.value === undefined ? 'null' : JSON.stringify(read.value);
    return sendJsonText(
      reply,
      `{"key":${JSON.stringify(key)},"value":${value},"state":${JSON.stringify(read.proof)},"height":${read.height},"block":${block}}`,
    );
  },
});
