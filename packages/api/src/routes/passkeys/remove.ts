import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { ApiError } from '../../api-error.ts';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { idSchema, ownPasskey } from './own-passkey.ts';

/** Whoever has nothing but this passkey keeps it: the last one goes only with somebody who came another way. */
export const removePasskey = defineRoute({
  method: 'DELETE',
  path: '/api/passkeys/:id',
  audit: recorded('key-use', 'passkeys.remove'),
  schema: {
    summary: 'Take one of one’s own passkeys away; what it opened before stays open until it is ended',
    tags: ['sessions'],
    session: 'required',
    params: idSchema,
    response: { 200: Type.Object({ left: Type.Integer() }) },
  },
  handler: (context, request) => {
    const { id } = request.params;
    const own = ownPasskey(context, request as FastifyRequest, { id, deed: 'passkeys.remove' });
    noteAbout(request, { object: `account/${own.passkey.account}` });
    if (own.others === 0 && own.session.method === 'passkey') throw new ApiError('passkey-last');
    context.accounts.removePasskey(id);
    return { left: own.others };
  },
});
