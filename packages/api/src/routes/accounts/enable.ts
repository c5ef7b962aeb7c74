import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { recorded } from '../../audit/route-audit.ts';
import { defineRoute } from '../../route.ts';
import { checkAdministrator } from './check-administrator.ts';

export const enableAccount = defineRoute({
  method: 'POST',
  path: '/api/accounts/enable',
  audit: recorded('key-use', 'accounts.enable'),
  schema: {
    summary: 'An administrator of the platform lets a disabled account in again',
    tags: ['sessions'],
    session: 'required',
    body: Type.Object({ account: Type.String({ pattern: '^[\\w-]{43}$' }) }, { additionalProperties: false }),
    response: { 200: Type.Object({ enabled: Type.Boolean() }) },
  },
  handler: (context, request) => {
    const { account: id } = request.body;
    checkAdministrator(context, request as FastifyRequest, id);
    context.accounts.enable(id);
    return { enabled: true };
  },
});
