import { Type } from 'typebox';
import { recorded } from '../../audit/route-audit.ts';
import { ownAccountOf } from '../../passkeys/own-account.ts';
import { defineRoute } from '../../route.ts';
import { getSession } from '../../session/find-session.ts';
import { passkeySchema, passkeyView } from './passkey-view.ts';

export const listPasskeys = defineRoute({
  method: 'GET',
  path: '/api/passkeys',
  audit: recorded('read', 'passkeys.list'),
  schema: {
    summary: 'One’s own passkeys',
    tags: ['sessions'],
    session: 'required',
    response: { 200: Type.Object({ passkeys: Type.Array(passkeySchema) }) },
  },
  handler: (context, request) => {
    const { id } = ownAccountOf(context, getSession(context, request));
    return { passkeys: context.accounts.passkeysOf(id).map(passkeyView) };
  },
});
