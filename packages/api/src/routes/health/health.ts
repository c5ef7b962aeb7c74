import { Type } from 'typebox';
import type { ApiContext } from '../../api-context.ts';
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
      audit: {
        state: auditState(context),
        size: context.audit.size,
        anchored: context.anchorer.anchoredSize,
        waitingMs: Math.round(context.anchorer.waitingMs),
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

const auditState = ({ audit, anchorer }: ApiContext): string => audit.trouble ?? (anchorer.isLate ? 'late' : 'ok');

function healthSchema() {
  return Type.Object({
    live: Type.Boolean(),
    halted: Type.Optional(Type.String({ description: 'Code; see docs/errors.md.' })),
    height: Type.Integer(),
    size: Type.Integer(),
    readModel: Type.Object({ state: Type.String(), height: Type.Integer(), lag: Type.Integer() }),
    audit: Type.Object({
      state: Type.String({ description: 'ok; late: lines wait for their anchor over a minute; else a code.' }),
      size: Type.Integer({ description: 'Lines of the trail.' }),
      anchored: Type.Integer({ description: 'Lines that the ledger vouches for.' }),
      waitingMs: Type.Integer(),
    }),
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
