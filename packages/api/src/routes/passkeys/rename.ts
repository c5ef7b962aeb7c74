import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { noteAbout } from '../../audit/request-trail.ts';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { idSchema, ownPasskey } from './own-passkey.ts';
import { nameSchema, passkeySchema, passkeyView } from './passkey-view.ts';

export const renamePasskey = defineRoute({
  method: 'POST',
  path: '/api/passkeys/rename',
  audit: recorded('key-use', 'passkeys.rename'),
  schema: {
    summary: 'Call one of one’s own passkeys something else',
    tags: ['sessions'],
    session: 'required',
    body: Type.Object({ id: idSchema.properties.id, name: nameSchema }, { additionalProperties: false }),
    response: { 200: passkeySchema },
  },
  handler: (context, request) => {
    const { id, name } = request.body;
    const { passkey } = ownPasskey(context, request as FastifyRequest, { id, deed: 'passkeys.rename' });
    noteAbout(request, { object: `account/${passkey.account}` });
    context.accounts.renamePasskey(id, name);
    return passkeyView({ ...passkey, name });
  },
});
