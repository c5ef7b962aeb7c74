import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { unrecorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * c2sp.org/tlog-tiles: `tile/<L>/<N>[.p/<W>]` and `tile/entries/<N>[.p/<W>]`. What a tile once held it holds for ever,
 * so a cache in front may keep it for ever. A stranger's mirror reads these from other origins.
 */
export const readTile = defineRoute({
  method: 'GET',
  path: '/tile/*',
  audit: unrecorded('public'),
  schema: {
    summary: 'A tile or entry bundle of the log (C2SP tlog-tiles)',
    tags: ['log'],
    params: Type.Object(
      { '*': Type.String({ maxLength: 80, pattern: '^(entries|[0-9]{1,2})/[x0-9/]{3,60}([.]p/[0-9]{1,3})?$' }) },
      { additionalProperties: false },
    ),
    produces: 'application/octet-stream',
    response: { 200: Type.Unsafe<Uint8Array>(Type.String({ format: 'binary' })) },
  },
  handler: async (context, request, reply) => {
    const tile = await context.node.tile(`tile/${request.params['*']}`);
    if (tile === undefined) throw new ApiError('log-path-not-found');
    return reply
      .header('content-type', 'application/octet-stream')
      .header('cache-control', IMMUTABLE)
      .header('access-control-allow-origin', '*')
      .header('x-content-type-options', 'nosniff')
      .send(Buffer.from(tile.buffer, tile.byteOffset, tile.byteLength));
  },
});
