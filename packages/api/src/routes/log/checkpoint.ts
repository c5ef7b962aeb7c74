import { Type } from 'typebox';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

/** c2sp.org/tlog-tiles: the latest checkpoint. */
export const readCheckpoint = defineRoute({
  method: 'GET',
  path: '/checkpoint',
  audit: unrecorded('public'),
  schema: {
    summary: 'Latest checkpoint (C2SP tlog-checkpoint)',
    tags: ['log'],
    produces: 'text/plain',
    response: { 200: Type.String() },
  },
  handler: (context, _request, reply) =>
    reply
      .header('content-type', 'text/plain; charset=utf-8')
      .header('cache-control', 'no-cache')
      .header('access-control-allow-origin', '*')
      .send(context.node.checkpoint()),
});
