import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { readWitnesses } from '../../queries/read-witnesses.ts';
import { defineRoute } from '../../route.ts';

/** 200 while the node takes deeds, 503 with the reason when it has halted: the file and the remedy are the operator's to read in the log. */
export const readHealth = defineRoute({
  method: 'GET',
  path: '/healthz',
  audit: unrecorded('public'),
  schema: {
    summary: 'Whether the node lives, and why not',
    tags: ['operation'],
    response: {
      '200': healthSchema(),
      '503': healthSchema(),
    },
  },
  handler: (context, _request, reply) => {
    const status = context.node.status();
    const nowMs = context.nowMs();
    reply.header('cache-control', 'no-store').code(status.halted === undefined ? 200 : 503);
    return {
      live: status.halted === undefined,
      ...(status.halted === undefined ? {} : { halted: status.halted.code }),
      height: status.height,
      size: status.size,
      readModel: {
        state: context.readModel.state,
        height: context.readModel.height,
        lag: status.height - context.readModel.height,
      },
      witnesses: readWitnesses(status).map(({ name, state, lastCosignedSize, lastCosignedTime }) => ({
        name,
        state,
        lastCosignedSize,
        ...(lastCosignedTime > 0 ? { ageMs: nowMs - lastCosignedTime } : {}),
      })),
    };
  },
});

function healthSchema() {
  return Type.Object({
    live: Type.Boolean(),
    halted: Type.Optional(Type.String({ description: 'Code; see docs/errors.md.' })),
    height: Type.Integer(),
    size: Type.Integer(),
    readModel: Type.Object({ state: Type.String(), height: Type.Integer(), lag: Type.Integer() }),
    witnesses: Type.Array(
      Type.Object({
        name: Type.String(),
        state: Type.String(),
        lastCosignedSize: Type.Integer(),
        ageMs: Type.Optional(Type.Integer()),
      }),
    ),
  });
}
