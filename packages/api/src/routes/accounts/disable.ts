import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { checkAdministrator } from './check-administrator.ts';

/** Nothing of somebody who may not come in any more stays open, here or at a department. */
export const disableAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts/disable',
  audit: recorded('key-use', 'accounts.disable'),
  schema: {
    summary: 'An administrator of the platform disables an account: its sign-ins end at once, on every door',
    tags: ['sessions'],
    session: 'required',
    body: Type.Object({ account: Type.String({ pattern: '^[\\w-]{43}$' }) }, { additionalProperties: false }),
    response: { 200: Type.Object({ ended: Type.Integer() }) },
  },
  handler: (context, request) => {
    const { account: id } = request.body;
    checkAdministrator(context, request as FastifyRequest, id);
    context.accounts.disable(id, context.nowMs());
    context.signIn.tokens.forgetAccount(id);
    return { ended: context.sessions.end(({ account }) => account === id) };
  },
});
